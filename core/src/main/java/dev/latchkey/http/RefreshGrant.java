package dev.latchkey.http;

import dev.latchkey.ceremony.Asker;
import dev.latchkey.ceremony.Refresh;
import dev.latchkey.config.Client;
import dev.latchkey.dpop.Proof;
import dev.latchkey.token.Tokens;
import java.util.List;
import java.util.Optional;

/** The grant of refresh tokens (RFC 6749 §6), with rotation. */
final class RefreshGrant {
    private final Askers askers;
    private final Refresh refresh;
    private final Tokens tokens;

    RefreshGrant(Askers askers, Refresh refresh, Tokens tokens) {
        this.askers = askers;
        this.refresh = refresh;
        this.tokens = tokens;
    }

    Reply exchange(Call call, Client client, Members body, Optional<Proof> proof) {
        String refreshToken = body.required("refresh_token");
        Optional<String> audience = WantedTokens.audience(body, client, call.domain());
        Optional<List<String>> scopes = WantedTokens.scopes(body);
        Asker asker = askers.of(call, Optional.of(client), askers.defaultRealm(), proof);
        Refresh.Refreshed refreshed = refresh.exchange(asker, refreshToken, audience, scopes);
        return TokenReply.of(tokens.issue(refreshed.authorization(), Optional.of(refreshed.refreshToken())));
    }
}
