package dev.latchkey.http;

import dev.latchkey.ceremony.Wanted;
import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import dev.latchkey.token.Scopes;
import java.util.List;
import java.util.Optional;

/** Reads {@code scope} and {@code audience}, and cuts them down to what the client may have. */
final class WantedTokens {
    private WantedTokens() {}

    static Wanted read(Members body, Client client, Domain domain) {
        String audience = audience(body, client, domain).orElse(domain.userinfoAudience());
        List<String> granted = Scopes.grant(scopes(body).orElse(Scopes.DEFAULT), client, domain, audience);
        if (granted.isEmpty()) {
            throw ApiException.of(ErrorKind.INVALID_SCOPE, "None of the scopes asked for can be granted.");
        }
        return new Wanted(audience, granted);
    }

    static Optional<List<String>> scopes(Members body) {
        return body.optional("scope").map(scope -> Scopes.parse(scope)
                .orElseThrow(() -> ApiException.of(ErrorKind.INVALID_SCOPE, "scope is malformed.")));
    }

    static Optional<String> audience(Members body, Client client, Domain domain) {
        Optional<String> audience = body.optional("audience");
        if (audience.isPresent() && !Scopes.mayAsk(client, domain, audience.get())) {
            throw ApiException.ofMember("/audience", "audience is not one that the client may ask for.");
        }
        return audience;
    }
}
