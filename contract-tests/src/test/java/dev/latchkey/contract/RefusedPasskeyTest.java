package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An extra of ours: {@code Latchkey-Signal: unknown-credential} beside a new passkey that was refused, where it is certain that the server
 * does not have it. A browser that lost the answer sends its request again, and must not take the second answer for the first.
 */
class RefusedPasskeyTest {
    private static final String SIGNAL = "Latchkey-Signal";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> {
            Deployment.takenIdentifierAtExchange(config);
            config.myAccount(account -> account.maxPasskeys(2));
        });
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void signupThatIsSentAgainDoesNotDisownItsPasskey() {
        Answer challenge = web.passkeyRegister(profile("a@example.com")).expect(200);
        ObjectNode answer = web.create(authenticator, challenge, Bend.none());
        web.token(challenge.text("auth_session"), answer).expect(200);

        Answer again = Shapes.oauthError(web.token(challenge.text("auth_session"), answer), 400, "invalid_grant");

        assertThat(again.header(SIGNAL)).isEmpty();
        web.login(authenticator).expect(200);
    }

    @Test
    void enrollmentThatIsSentAgainDoesNotDisownItsPasskeyEvenIfItWasTheLastThatFits() {
        MyAccountClient account = account();
        Answer challenge = account.create().expect(202);
        SoftwareAuthenticator second = new SoftwareAuthenticator();
        ObjectNode answer = web.create(second, challenge, Bend.none());
        account.verify(challenge.text("auth_session"), answer).expect(201);

        Answer again = Shapes.problem(account.verify(challenge.text("auth_session"), answer), 400);

        assertThat(again.header(SIGNAL)).isEmpty();
        web.login(second).expect(200);
    }

    @Test
    void passkeyThatIsNotVerifiedIsDisowned() {
        Answer signup =
                web.signup(authenticator, profile("b@example.com"), Bend.none().flag(Flag.UV, false));
        Shapes.notVerified(signup);
        MyAccountClient account = account();
        Answer challenge = account.create().expect(202);
        Answer enrollment = account.verify(
                challenge.text("auth_session"),
                web.create(authenticator, challenge, Bend.none().flag(Flag.UV, false)));

        assertDisowned(signup);
        assertDisowned(Shapes.problem(enrollment, 400));
    }

    @Test
    void passkeyOfAnIdentifierThatIsTakenIsDisowned() {
        account();

        assertDisowned(web.signup(new SoftwareAuthenticator(), profile("a@example.com"))
                .expectError(400, "invalid_request"));
    }

    @Test
    void passkeyOverTheLimitIsDisowned() {
        MyAccountClient account = account();
        Answer challenge = account.create().expect(202);
        ObjectNode answer = web.create(new SoftwareAuthenticator(), challenge, Bend.none());
        account.enroll(new SoftwareAuthenticator()).expect(201);

        assertDisowned(Shapes.problem(account.verify(challenge.text("auth_session"), answer), 409));
    }

    @Test
    void credentialThatIsRegisteredIsNotDisowned() {
        account();
        Bytes registered = authenticator.credentials().get(0).id();
        Answer signup = web.signup(
                new SoftwareAuthenticator(),
                profile("c@example.com"),
                Bend.none().credentialId(registered).id(registered));

        Shapes.notVerified(signup);
        assertThat(signup.header(SIGNAL)).isEmpty();
    }

    @Test
    void sessionThatIsOfNoUseSaysNothingOfThePasskey() {
        Answer challenge = web.passkeyRegister(profile("d@example.com")).expect(200);
        ObjectNode answer = web.create(authenticator, challenge, Bend.none());

        assertThat(web.token("forged", answer).expectError(400, "invalid_grant").header(SIGNAL))
                .isEmpty();
        assertThat(deployment
                        .client("backend")
                        .withSecret(Deployment.BACKEND_SECRET)
                        .token(challenge.text("auth_session"), answer)
                        .expectError(400, "invalid_grant")
                        .header(SIGNAL))
                .isEmpty();
    }

    private MyAccountClient account() {
        return web.withBearer(Scenario.myAccountToken(web, authenticator, "a@example.com"))
                .myAccount();
    }

    private static void assertDisowned(Answer refused) {
        assertThat(refused.header(SIGNAL)).contains("unknown-credential");
        assertThat(refused.header("Access-Control-Expose-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains(SIGNAL));
    }
}
