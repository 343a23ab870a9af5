package dev.latchkey.http;

import dev.latchkey.ceremony.Revocation;
import dev.latchkey.config.Client;
import dev.latchkey.token.Tokens;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /oauth/revoke}: ends a refresh token and its family (RFC 7009). What is no token of ours is revoked already (§2.2).
 * {@code token_type_hint} is a hint, and none is needed (§2.1). An access token that still serves cannot be revoked, and saying nothing would
 * pretend that it was (§2.2.1).
 */
final class RevokeHandler implements Handler {
    private final BodyReader bodies;
    private final Clients clients;
    private final Askers askers;
    private final Revocation revocation;
    private final Tokens tokens;

    RevokeHandler(BodyReader bodies, Clients clients, Askers askers, Revocation revocation, Tokens tokens) {
        this.bodies = bodies;
        this.clients = clients;
        this.askers = askers;
        this.revocation = revocation;
        this.tokens = tokens;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        Members body = bodies.jsonOrForm(call.exchange());
        Client client = clients.authenticate(call, body);
        String token = body.required("token");
        if (tokens.isAccessToken(token, call.domain())) {
            throw ApiException.of(
                    ErrorKind.UNSUPPORTED_TOKEN_TYPE, "An access token cannot be revoked. It ends when it expires.");
        }
        revocation.revoke(askers.of(call, Optional.of(client), askers.defaultRealm()), token);
        return Replies.empty(200).with("Cache-Control", "no-store");
    }
}
