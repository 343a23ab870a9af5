package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.ceremony.Asker;
import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.ceremony.Completed;
import dev.latchkey.ceremony.Wanted;
import dev.latchkey.config.Client;
import dev.latchkey.config.EndpointSettings;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.Proof;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Refusal;
import dev.latchkey.session.AuthSession;
import dev.latchkey.token.Tokens;
import dev.latchkey.webauthn.AssertionAnswer;
import dev.latchkey.webauthn.RegistrationAnswer;
import java.util.Optional;

/** The grant of passkeys: which flow it is follows from the auth session, never from the shape of the answer. */
final class PasskeyGrant {
    private final Askers askers;
    private final Ceremonies ceremonies;
    private final Tokens tokens;
    private final EndpointSettings live;
    private final boolean sessionLogin;

    PasskeyGrant(Askers askers, Ceremonies ceremonies, Tokens tokens, LatchkeyConfig config) {
        this.askers = askers;
        this.ceremonies = ceremonies;
        this.tokens = tokens;
        this.live = config.endpoints();
        this.sessionLogin = config.session().login();
    }

    Reply exchange(Call call, Client client, Members body, Optional<Proof> proof) {
        String authSession = body.required("auth_session");
        ObjectNode answer = body.requiredObject("authn_response");
        Wanted wanted = WantedTokens.read(body, client, call.domain());
        AuthSession session = ceremonies.open(authSession);
        call.attempt().is(activity(session));
        Asker asker = askers.of(call, client, body, session.binding().realm(), proof);
        Visitor visitor = call.exchange().visitor();
        boolean logsIn = sessionLogin && client.sessionLogin();
        if (logsIn) {
            visitor.requireSession();
        }
        Completed completed = complete(session, answer, asker, wanted);
        Reply reply = TokenReply.of(tokens.issue(completed.authorization(), completed.refreshToken()));
        if (logsIn) {
            visitor.logIn(completed.signIn());
        }
        return reply;
    }

    private static Activity activity(AuthSession session) {
        if (session instanceof AuthSession.Signup) {
            return Activity.SIGNUP;
        }
        return session instanceof AuthSession.Login ? Activity.LOGIN : Activity.ENROLLMENT;
    }

    private Completed complete(AuthSession session, ObjectNode answer, Asker asker, Wanted wanted) {
        if (session instanceof AuthSession.Signup signup && live.signup()) {
            return ceremonies.signup().complete(signup, () -> RegistrationAnswer.of(answer), asker, wanted);
        }
        if (session instanceof AuthSession.Login login && live.login()) {
            return ceremonies.login().complete(login, () -> AssertionAnswer.of(answer), asker, wanted);
        }
        throw new CeremonyException(
                Refusal.AUTH_SESSION, "auth session of another flow, or of one that is switched off");
    }
}
