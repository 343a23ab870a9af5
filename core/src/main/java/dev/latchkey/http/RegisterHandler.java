package dev.latchkey.http;

import dev.latchkey.account.UserProfile;
import dev.latchkey.ceremony.Asker;
import dev.latchkey.ceremony.Signup;
import dev.latchkey.config.Client;
import dev.latchkey.config.Grant;
import java.io.IOException;

/** {@code POST /passkey/register}: the challenge of a signup. */
final class RegisterHandler implements Handler {
    private final BodyReader bodies;
    private final Clients clients;
    private final Askers askers;
    private final Signup signup;

    RegisterHandler(BodyReader bodies, Clients clients, Askers askers, Signup signup) {
        this.bodies = bodies;
        this.clients = clients;
        this.askers = askers;
        this.signup = signup;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        Members body = bodies.json(call.exchange());
        Client client = clients.authenticate(call, body);
        Clients.require(client, Grant.PASSKEY);
        Asker asker = askers.of(call, client, body, askers.defaultRealm());
        UserProfile profile = Profiles.read(body.requiredObject("user_profile"));
        return ChallengeReply.of(200, signup.begin(asker, profile, body.metadata("user_metadata")));
    }
}
