package dev.latchkey.http;

import dev.latchkey.ceremony.Login;
import dev.latchkey.config.Client;
import dev.latchkey.config.Grant;
import java.io.IOException;

/** {@code POST /passkey/challenge}: the challenge of a login. */
final class ChallengeHandler implements Handler {
    private final BodyReader bodies;
    private final Clients clients;
    private final Askers askers;
    private final Login login;

    ChallengeHandler(BodyReader bodies, Clients clients, Askers askers, Login login) {
        this.bodies = bodies;
        this.clients = clients;
        this.askers = askers;
        this.login = login;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        Members body = bodies.json(call.exchange());
        Client client = clients.authenticate(call, body);
        Clients.require(client, Grant.PASSKEY);
        return ChallengeReply.of(200, login.begin(askers.of(call, client, body, askers.defaultRealm())));
    }
}
