package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** §3: "invalid_grant: auth_session unknown, expired, spent, of another client, realm or flow". */
class AuthSessionTest {
    private static final String REFUSED = "The auth_session is unknown, expired or already used. Ask for a new one.";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;
    private String signedUp = "";

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.realm("default", realm -> {})
                        .realm("staff", realm -> {})
                        .domain("other.localhost", domain -> domain.rpId("localhost")),
                clock);
        web = deployment.web();
        web.signup(authenticator, profile("a@example.com")).expect(200);
        signedUp = deployment.contents();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "unknown", "AAAA", "a.b.c", "!", "\u00e9", "null"})
    void unknownSessionIsRefused(String authSession) {
        refused(web.token(authSession, answer(web.passkeyChallenge())));
    }

    @Test
    @DisplayName("§3: auth_session, authn_response required")
    void missingOrMistypedSessionIsRefusedByName() {
        ObjectNode body = Bodies.of("client_id", "web", "grant_type", ContractClient.WEBAUTHN_GRANT);
        body.set("authn_response", answer(web.passkeyChallenge()));

        Shapes.invalidRequest(web.send("POST", "/oauth/token", body), "auth_session");
        Shapes.invalidRequest(web.send("POST", "/oauth/token", body.put("auth_session", "")), "auth_session");
        Shapes.invalidRequest(web.send("POST", "/oauth/token", body.put("auth_session", 1)), "auth_session");
    }

    @Test
    void truncatedSessionIsRefusedAtEveryLength() {
        Answer challenge = web.passkeyChallenge();
        String session = challenge.text("auth_session");
        ObjectNode answer = answer(challenge);

        for (int length : List.of(
                1, 2, 6, 27, 28, 29, 49, 50, session.length() / 2, session.length() - 2, session.length() - 1)) {
            refused(web.token(session.substring(0, length), answer));
        }
        refused(web.token(session + "A", answer));
        refused(web.token(session + session, answer));
        refused(web.token(session + "=", answer));
        refused(web.token("A".repeat(50_000), answer));
        refused(web.token(" " + session, answer));

        web.token(session, answer).expect(200);
    }

    @Test
    void sessionWithOneCharacterChangedIsRefused() {
        Answer challenge = web.passkeyChallenge();
        String session = challenge.text("auth_session");
        ObjectNode answer = answer(challenge);

        for (int at = 0; at < session.length() - 1; at += 7) {
            char other = session.charAt(at) == 'A' ? 'B' : 'A';
            refused(web.token(session.substring(0, at) + other + session.substring(at + 1), answer));
        }

        web.token(session, answer).expect(200);
    }

    @Test
    @DisplayName("§1: timeout is in milliseconds and is the life of challenge and auth_session alike, enforced by the "
            + "server")
    void sessionLivesAsLongAsTheTimeoutSays() {
        Answer inTime = web.passkeyChallenge();
        long timeout = inTime.body().at("/authn_params_public_key/timeout").asLong();

        clock.advance(Duration.ofMillis(timeout - 1));
        web.token(inTime.text("auth_session"), answer(inTime)).expect(200);
        Answer late = web.passkeyChallenge();
        signedUp = deployment.contents();
        clock.advance(Duration.ofMillis(timeout));
        refused(web.token(late.text("auth_session"), answer(late)));

        web.login(authenticator).expect(200);
    }

    @Test
    void expiredSignupLeavesNoHalfAccount() {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        Answer challenge = web.passkeyRegister(profile("b@example.com"));
        ObjectNode answer = web.create(device, challenge, Bend.none());
        clock.advance(Duration.ofSeconds(61));

        refused(web.token(challenge.text("auth_session"), answer));

        web.signup(device, profile("b@example.com")).expect(200);
    }

    @Test
    @DisplayName("§3: auth_session unknown, expired, spent, of another client, realm or flow")
    void spentSessionIsRefused() {
        Answer login = web.passkeyChallenge();
        web.token(login.text("auth_session"), answer(login)).expect(200);
        Answer signup = web.passkeyRegister(profile("b@example.com"));
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        ObjectNode created = web.create(device, signup, Bend.none());
        web.token(signup.text("auth_session"), created).expect(200);
        signedUp = deployment.contents();

        refused(web.token(login.text("auth_session"), answer(login)));
        refused(web.token(signup.text("auth_session"), created));
    }

    @Test
    @DisplayName("An abandoned or refused try leaves nothing behind, and the same session still works")
    void sessionOutlivesARefusedAnswer() {
        Answer challenge = web.passkeyChallenge();

        Shapes.notVerified(web.token(
                challenge.text("auth_session"),
                web.get(authenticator, challenge, Bend.none().flippedSignature())));
        assertThat(deployment.contents()).isEqualTo(signedUp);

        web.token(challenge.text("auth_session"), answer(challenge)).expect(200);
    }

    @Test
    void sessionOfAnotherClientIsRefused() {
        ContractClient backend = deployment
                .client("backend")
                .withSecret(Deployment.BACKEND_SECRET)
                .withAppOrigin(Deployment.ORIGIN);
        Answer ofWeb = web.passkeyChallenge();
        Answer ofBackend = backend.passkeyChallenge();

        refused(backend.token(ofWeb.text("auth_session"), answer(ofWeb)));
        refused(web.token(ofBackend.text("auth_session"), answer(ofBackend)));

        web.token(ofWeb.text("auth_session"), answer(ofWeb)).expect(200);
    }

    @Test
    void sessionOfAnotherRealmIsRefused() {
        Answer ofStaff = web.withRealm("staff").passkeyChallenge();
        Answer ofDefault = web.passkeyChallenge();

        refused(web.withRealm("default").token(ofStaff.text("auth_session"), answer(ofStaff)));
        refused(web.withRealm("staff").token(ofDefault.text("auth_session"), answer(ofDefault)));
        Shapes.invalidRequest(
                web.withRealm("unknown").token(ofDefault.text("auth_session"), answer(ofDefault)), "realm");

        web.token(ofDefault.text("auth_session"), answer(ofDefault)).expect(200);
    }

    @Test
    void sessionOfAnotherDomainIsRefusedThoughTheRpIdIsShared() {
        ContractClient other = deployment.clientOf("other.localhost", "web").withOrigin(Deployment.ORIGIN);
        Answer ofLocalhost = web.passkeyChallenge();
        Answer ofOther = other.passkeyChallenge().expect(200);

        refused(other.token(ofLocalhost.text("auth_session"), answer(ofLocalhost)));
        refused(web.token(ofOther.text("auth_session"), answer(ofOther)));

        other.token(ofOther.text("auth_session"), answer(ofOther)).expect(200);
    }

    @Test
    @DisplayName("§3: Which flow it is follows from the auth_session, never from the shape of the client's answer")
    void answerOfAnotherFlowIsRefused() {
        Answer login = web.passkeyChallenge();
        Answer signup = web.passkeyRegister(profile("b@example.com"));
        ObjectNode assertion = answer(login);
        ObjectNode registration = web.create(new SoftwareAuthenticator(), signup, Bend.none());

        Shapes.invalidRequest(
                web.token(signup.text("auth_session"), assertion), "authn_response.response.attestationObject");
        Shapes.invalidRequest(web.token(login.text("auth_session"), registration), "authn_response.response.signature");
        ((ObjectNode) assertion.path("response")).setAll((ObjectNode) registration.path("response"));
        Shapes.notVerified(web.token(signup.text("auth_session"), assertion));
        assertThat(deployment.contents()).isEqualTo(signedUp);

        web.token(login.text("auth_session"), answer(login)).expect(200);
        web.token(signup.text("auth_session"), registration).expect(200);
    }

    @Test
    void enrollmentSessionGetsNoTokensAndOthersEnrollNothing() {
        ContractClient caller = web.withBearer(Scenario.myAccountLogin(web, authenticator));
        signedUp = deployment.contents();
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        Answer enrollment = caller.myAccount().create().expect(202);
        ObjectNode enrolled = web.create(device, enrollment, Bend.none());
        Answer signup = web.passkeyRegister(profile("b@example.com"));
        ObjectNode created = web.create(new SoftwareAuthenticator(), signup, Bend.none());
        Answer login = web.passkeyChallenge();

        refused(web.token(enrollment.text("auth_session"), enrolled));
        Shapes.problem(caller.myAccount().verify(signup.text("auth_session"), created), 400);
        Shapes.problem(caller.myAccount().verify(login.text("auth_session"), enrolled), 400);
        Shapes.problem(caller.myAccount().verify(login.text("auth_session"), answer(login)), 400);
        assertThat(deployment.contents()).isEqualTo(signedUp);

        caller.myAccount().verify(enrollment.text("auth_session"), enrolled).expect(201);
    }

    @Test
    void severalLiveChallengesAllWorkInAnyOrder() {
        List<Answer> challenges = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            challenges.add(web.passkeyChallenge());
        }
        Collections.reverse(challenges);

        challenges.forEach(challenge ->
                web.token(challenge.text("auth_session"), answer(challenge)).expect(200));
    }

    private void refused(Answer answer) {
        Shapes.oauthError(answer, 400, "invalid_grant");
        assertThat(answer.text("error_description")).isEqualTo(REFUSED);
        assertThat(deployment.contents()).isEqualTo(signedUp);
    }

    private ObjectNode answer(Answer challenge) {
        return web.get(authenticator, challenge, Bend.none());
    }
}
