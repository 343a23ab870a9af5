package dev.latchkey.http;

import dev.latchkey.config.Client;
import dev.latchkey.config.Grant;
import dev.latchkey.dpop.Proof;
import dev.latchkey.event.Activity;
import dev.latchkey.token.Tokens;
import java.io.IOException;
import java.util.Optional;

/** {@code POST /oauth/token}: an answer to an auth session, or a refresh token, for tokens (RFC 6749 §3.2). */
final class TokenHandler implements Handler {
    private final BodyReader bodies;
    private final Clients clients;
    private final Proofs proofs;
    private final PasskeyGrant passkeyGrant;
    private final RefreshGrant refreshGrant;
    private final Tokens tokens;

    TokenHandler(
            BodyReader bodies,
            Clients clients,
            Proofs proofs,
            PasskeyGrant passkeyGrant,
            RefreshGrant refreshGrant,
            Tokens tokens) {
        this.bodies = bodies;
        this.clients = clients;
        this.proofs = proofs;
        this.passkeyGrant = passkeyGrant;
        this.refreshGrant = refreshGrant;
        this.tokens = tokens;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        Members body = bodies.jsonOrForm(call.exchange());
        Client client = clients.authenticate(call, body);
        Grant grant = Grant.ofWireName(body.required("grant_type"))
                .orElseThrow(() -> ApiException.of(ErrorKind.UNSUPPORTED_GRANT_TYPE, "grant_type is not known."));
        if (grant == Grant.REFRESH_TOKEN) {
            call.attempt().is(Activity.REFRESH);
        }
        Clients.require(client, grant);
        Optional<Proof> proof = proofs.ofTokenRequest(call, client);
        tokens.requireKeys();
        return switch (grant) {
            case PASSKEY -> passkeyGrant.exchange(call, client, body, proof);
            case REFRESH_TOKEN -> refreshGrant.exchange(call, client, body, proof);
        };
    }
}
