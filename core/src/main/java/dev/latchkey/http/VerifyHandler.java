package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.ceremony.Asker;
import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.event.Refusal;
import dev.latchkey.http.MyAccountAccess.Access;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.AuthSession;
import dev.latchkey.token.Scopes;
import dev.latchkey.webauthn.RegistrationAnswer;
import java.io.IOException;

/** {@code POST /me/v1/authentication-methods/passkey|new/verify}: the answer of an enrollment. */
final class VerifyHandler implements Handler {
    private final BodyReader bodies;
    private final MyAccountAccess access;
    private final Askers askers;
    private final Ceremonies ceremonies;

    VerifyHandler(BodyReader bodies, MyAccountAccess access, Askers askers, Ceremonies ceremonies) {
        this.bodies = bodies;
        this.access = access;
        this.askers = askers;
        this.ceremonies = ceremonies;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        Access caller = access.requireRecent(call, Scopes.CREATE_METHODS);
        Members body = bodies.json(call.exchange());
        String authSession = body.required("auth_session");
        ObjectNode answer = body.requiredObject("authn_response");
        if (!(ceremonies.open(authSession) instanceof AuthSession.Enrollment session)) {
            throw new CeremonyException(Refusal.AUTH_SESSION, "auth session of another flow");
        }
        Asker asker = askers.of(call, caller.client(), caller.account().ref().realm());
        Passkey passkey =
                ceremonies.enrollment().complete(session, () -> RegistrationAnswer.of(answer), asker, caller.account());
        return Replies.json(201, PasskeyJson.of(passkey))
                .with("Location", Locations.method(call, PasskeyJson.encodedId(passkey)));
    }
}
