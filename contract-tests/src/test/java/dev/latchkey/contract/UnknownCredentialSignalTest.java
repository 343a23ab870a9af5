package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An extra of ours: {@code Latchkey-Signal: unknown-credential}, where it is switched on. */
class UnknownCredentialSignalTest {
    private static final String SIGNAL = "Latchkey-Signal";
    private static final String EXPOSED = "Access-Control-Expose-Headers";
    private static final Bytes NOBODYS = Bytes.copyOf(new byte[32]);

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.ceremony(ceremony -> ceremony.signalUnknownCredential(true))
                        .realm("default", realm -> {})
                        .realm("staff", realm -> {}),
                clock);
        web = deployment.web().withRealm("default");
        web.signup(authenticator, profile("a@example.com")).expect(200);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("The status and the body stay the same")
    void unknownCredentialIsToldInAHeaderAlone() {
        String before = deployment.contents();
        Answer badSignature = web.login(authenticator, Bend.none().flippedSignature());

        Answer unknown = web.login(authenticator, Bend.none().id(NOBODYS));

        Shapes.notVerified(unknown);
        assertThat(unknown.body()).isEqualTo(badSignature.body());
        assertThat(unknown.header(SIGNAL)).contains("unknown-credential");
        assertThat(deployment.contents()).isEqualTo(before);
    }

    @Test
    void refusalCostsTwoStatementsAndLeavesNothing() {
        Answer challenge = web.passkeyChallenge();
        var answer = web.get(authenticator, challenge, Bend.none().id(NOBODYS));
        SentStatements.take();

        web.token(challenge.text("auth_session"), answer);

        assertThat(SentStatements.take()).hasSize(2);
        assertThat(deployment.rows("latchkey_spent_session")).isEqualTo(1);
    }

    @Test
    void headerIsExposedToPagesOfOtherOriginsOnlyWhereItIs() {
        assertThat(web.login(authenticator, Bend.none().id(NOBODYS)).header(EXPOSED))
                .hasValueSatisfying(headers -> assertThat(headers.split(",")).contains(SIGNAL, "Location"));
        assertThat(web.login(authenticator).expect(200).header(EXPOSED))
                .hasValueSatisfying(headers -> assertThat(headers).doesNotContain(SIGNAL));
        assertThat(deployment
                        .client("web")
                        .withRealm("default")
                        .login(authenticator, Bend.none().id(NOBODYS))
                        .header(EXPOSED))
                .isEmpty();
    }

    @Test
    void removedPasskeyIsUnknownAndASecondTryWithTheSameSessionIsToldTheSame() {
        deployment.database().update("delete from latchkey_passkey");
        Answer challenge = web.passkeyChallenge();
        var answer = web.get(authenticator, challenge, Bend.none());

        Answer first = web.token(challenge.text("auth_session"), answer);
        Answer second = web.token(challenge.text("auth_session"), answer);

        assertThat(Shapes.notVerified(first).header(SIGNAL)).isPresent();
        assertThat(Shapes.notVerified(second).header(SIGNAL)).isPresent();
    }

    @Test
    void whateverElseIsWrongIsNotSignalled() {
        assertSilent(web.login(authenticator, Bend.none().flippedSignature()));
        assertSilent(web.login(authenticator, Bend.none().userHandle(Bytes.copyOf(new byte[64]))));
        assertSilent(web.withRealm("staff").login(authenticator));
        for (Bend bend : List.of(
                Bend.none().origin("https://evil.example"),
                Bend.none().challenge("AAAA"),
                Bend.none().type("webauthn.create"),
                Bend.none().truncatedTo(30))) {
            assertSilent(web.login(authenticator, bend.id(NOBODYS)));
        }
        deployment.database().update("update latchkey_account set blocked = true");
        assertThat(web.login(authenticator).header(SIGNAL)).isEmpty();
    }

    @Test
    @DisplayName("Only for an auth_session that is valid and unspent")
    void nobodyLearnsOfACredentialWithoutAChallenge() {
        Answer challenge = web.passkeyChallenge();
        String session = challenge.text("auth_session");
        var unknown = web.get(authenticator, challenge, Bend.none().id(NOBODYS));
        web.token(session, web.get(authenticator, challenge, Bend.none())).expect(200);

        assertSilent(web.token(session, unknown));

        Answer old = web.passkeyChallenge();
        var late = web.get(authenticator, old, Bend.none().id(NOBODYS));
        clock.advance(Duration.ofMinutes(2));
        assertThat(web.token(old.text("auth_session"), late)
                        .expectError(400, "invalid_grant")
                        .header(SIGNAL))
                .isEmpty();
        assertThat(web.token("no session", late)
                        .expectError(400, "invalid_grant")
                        .header(SIGNAL))
                .isEmpty();
    }

    @Test
    void nothingIsSignalledUnlessItIsSwitchedOn() throws Exception {
        try (Deployment silent = deployment.node(config -> {})) {
            assertSilent(silent.web().login(authenticator, Bend.none().id(NOBODYS)));
        }
    }

    private static void assertSilent(Answer answer) {
        Shapes.notVerified(answer);
        assertThat(answer.header(SIGNAL)).isEmpty();
        assertThat(answer.header(EXPOSED).orElse("")).doesNotContain(SIGNAL);
    }
}
