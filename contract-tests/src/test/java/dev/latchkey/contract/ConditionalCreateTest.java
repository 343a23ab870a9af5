package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An extra of ours: an enrollment with {@code "mediation":"conditional"}, where it is switched on. */
class ConditionalCreateTest {
    /** What an authenticator that asked nobody says of that. */
    private static final Bend SILENT = Bend.none().flag(Flag.UP, false).flag(Flag.UV, false);

    private final SoftwareAuthenticator owned = new SoftwareAuthenticator();
    private final SoftwareAuthenticator fresh = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;
    private MyAccountClient account;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> config.myAccount(settings -> settings.conditionalCreate(true)), clock);
        web = deployment.web();
        account = web.withBearer(Scenario.myAccountToken(web, owned, "a@example.com"))
                .myAccount();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("W3C WebAuthn Level 3 §7.1, step 15: UP need not be set where mediation is conditional")
    void passkeyThatNobodyWasAskedForIsAccepted() {
        Answer created = enroll(conditional(), SILENT).expect(201);

        assertThat(created.text("type")).isEqualTo("passkey");
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(2);
    }

    @Test
    void passkeyMadeSoLogsInOnlyWithItsOwnerThere() {
        enroll(conditional(), SILENT).expect(201);

        Shapes.notVerified(web.login(fresh, SILENT));
        Shapes.notVerified(web.login(fresh, Bend.none().flag(Flag.UV, false)));
        web.login(fresh).expect(200);
    }

    @Test
    @DisplayName("Verification is preferred: browsers make no passkey silently where it is required")
    void challengePrefersVerificationAndIsOtherwiseThatOfAPlainEnrollment() {
        ObjectNode plain = options(account.create().expect(202));
        ObjectNode conditional = options(conditional());

        assertThat(plain.at("/authenticatorSelection/userVerification").asText())
                .isEqualTo("required");
        assertThat(conditional.at("/authenticatorSelection/userVerification").asText())
                .isEqualTo("preferred");
        assertThat(Shapes.names(conditional)).isEqualTo(Shapes.names(plain));
        assertThat(conditional.at("/authenticatorSelection/residentKey"))
                .isEqualTo(plain.at("/authenticatorSelection/residentKey"));
    }

    @Test
    @DisplayName("Sealed into the auth_session: no other ceremony goes without the person")
    void otherCeremoniesStillNeedThePersonThere() {
        Shapes.problem(enroll(account.create().expect(202), SILENT), 400);
        Shapes.problem(enroll(account.create(Bodies.of("mediation", "optional")).expect(202), SILENT), 400);
        Shapes.notVerified(web.signup(new SoftwareAuthenticator(), ContractClient.profile("b@example.com"), SILENT));
        Shapes.notVerified(web.login(owned, SILENT));
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(1);
    }

    @Test
    void answerIsHeldToEverythingElse() {
        Answer challenge = conditional();

        Shapes.problem(enroll(challenge, SILENT.origin("https://evil.example")), 400);
        Shapes.problem(enroll(challenge, SILENT.rpId("other.example")), 400);
        enroll(challenge, SILENT).expect(201);
        Shapes.problem(enroll(challenge, SILENT), 400);
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(2);
    }

    @Test
    void recentSignInIsNeededAsForEachEnrollment() {
        Answer challenge = conditional();
        clock.advance(Duration.ofMinutes(16));

        Shapes.problem(account.create(Bodies.of("mediation", "conditional")), 403);
        Shapes.problem(enroll(challenge, SILENT), 403);
    }

    @Test
    void mediationIsPointedAtWhereItIsUnknownOrSwitchedOff() throws Exception {
        Shapes.validationError(account.create(Bodies.of("mediation", "silent")), "/mediation");
        Shapes.validationError(account.create((ObjectNode) Bodies.of().set("mediation", Bodies.of())), "/mediation");
        try (Deployment plain = deployment.node(config -> {})) {
            MyAccountClient there = plain.web()
                    .withBearer(Scenario.myAccountLogin(plain.web(), owned))
                    .myAccount();
            Shapes.validationError(there.create(Bodies.of("mediation", "conditional")), "/mediation");
            there.create(Bodies.of("mediation", "optional")).expect(202);
        }
    }

    private Answer conditional() {
        return account.create(Bodies.of("mediation", "conditional")).expect(202);
    }

    private Answer enroll(Answer challenge, Bend bend) {
        return account.verify(challenge.text("auth_session"), web.create(fresh, challenge, bend));
    }

    private static ObjectNode options(Answer challenge) {
        return (ObjectNode) challenge.body().path("authn_params_public_key");
    }
}
