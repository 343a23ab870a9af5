package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** §4: "POST /me/v1/authentication-methods", and its verification. */
class EnrollmentTest {
    private static final String METHODS = "/me/v1/authentication-methods";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;
    private String token = "";
    private String ownPasskey = "";

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> config.myAccount(settings -> settings.maxPasskeys(3)));
        web = deployment.web();
        token = Scenario.myAccountToken(web, authenticator, "a@example.com");
        ownPasskey = account().list().body().at("/authentication_methods/0/id").asText();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName(
            "§4: 202, Location: https://HOST/me/v1/authentication-methods/passkey%7Cnew (absolute), body auth_session "
                    + "+ authn_params_public_key, no id")
    void enrollmentBeginsWithLocationAndWithoutId() {
        Answer challenge = account().create().expect(202);

        assertThat(Shapes.names(challenge.body())).containsExactly("auth_session", "authn_params_public_key");
        assertThat(Shapes.names(challenge.body().path("authn_params_public_key")))
                .containsExactly("challenge", "timeout", "rp", "user", "pubKeyCredParams", "authenticatorSelection");
        assertThat(challenge.header("Location"))
                .contains("http://localhost:" + deployment.port() + METHODS + "/passkey%7Cnew");
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(1);
    }

    @Test
    @DisplayName("§4: 201, Location of the new method, body the passkey object")
    void verifiedEnrollmentIsThePasskeyAndWhereItIs() {
        Answer created = account().enroll(new SoftwareAuthenticator()).expect(201);

        URI location = URI.create(created.header("Location").orElseThrow());
        assertThat(location.getRawPath())
                .isEqualTo(METHODS + "/" + created.text("id").replace("|", "%7C"));
        assertThat(location.isAbsolute()).isTrue();
        assertThat(web.withBearer(token)
                        .send("GET", location.getRawPath())
                        .expect(200)
                        .body())
                .isEqualTo(created.body());
    }

    @Test
    void enrolledPasskeyLogsIn() {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        account().enroll(device).expect(201);

        web.login(device).expect(200);
        web.login(authenticator).expect(200);
    }

    @Test
    void credentialThatSomebodyElseHasIsRefused() {
        SoftwareAuthenticator other = new SoftwareAuthenticator();
        web.signup(other, profile("b@example.com")).expect(200);
        Bytes taken = other.credentials().get(0).id();

        Shapes.problem(
                account()
                        .enroll(
                                new SoftwareAuthenticator(),
                                Bend.none().credentialId(taken).id(taken)),
                400);

        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(2);
        web.login(other).expect(200);
    }

    @Test
    void enrollmentOfAnotherAccountIsRefused() {
        SoftwareAuthenticator other = new SoftwareAuthenticator();
        MyAccountClient theirs = web.withBearer(Scenario.myAccountToken(web, other, "b@example.com"))
                .myAccount();
        Answer challenge = account().create().expect(202);
        ObjectNode answer = web.create(new SoftwareAuthenticator(), challenge, Bend.none());

        Shapes.problem(theirs.verify(challenge.text("auth_session"), answer), 400);

        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(2);
        account().verify(challenge.text("auth_session"), answer).expect(201);
    }

    @Test
    @DisplayName("§4: 409 past it")
    void passkeysPastTheGreatestNumberAreRefused() {
        account().enroll(new SoftwareAuthenticator()).expect(201);
        Answer early = account().create().expect(202);
        ObjectNode answer = web.create(new SoftwareAuthenticator(), early, Bend.none());
        account().enroll(new SoftwareAuthenticator()).expect(201);

        Shapes.problem(account().create(), 409);
        Shapes.problem(account().verify(early.text("auth_session"), answer), 409);

        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(3);
        account().delete(ownPasskey).expect(204);
        account().verify(early.text("auth_session"), answer).expect(201);
    }

    @Test
    @DisplayName("§4: At most 20 passkeys an account")
    void twentyPasskeysAndNoMore() throws Exception {
        try (Deployment usual = Deployment.start()) {
            MyAccountClient account = usual.web()
                    .withBearer(Scenario.myAccountToken(usual.web(), new SoftwareAuthenticator(), "a@example.com"))
                    .myAccount();
            for (int i = 2; i <= 20; i++) {
                account.enroll(new SoftwareAuthenticator()).expect(201);
            }

            Shapes.problem(account.create(), 409);
            assertThat(account.list().body().path("authentication_methods")).hasSize(20);
        }
    }

    @Test
    @DisplayName("§4: Create body: {\"type\":\"passkey\",\"connection\"?,\"identity_user_id\"? … an older SDK sends "
            + "identity for identity_user_id: accept both")
    void enrollmentNamesWhoAsksOrNobody() {
        String id = account().get(ownPasskey).body().path("identity_user_id").asText();
        account()
                .create(Bodies.of("connection", "default", "identity_user_id", id))
                .expect(202);
        account().create(Bodies.of("identity", id)).expect(202);
        account().create(Bodies.of("identity_user_id", "default|" + id)).expect(202);

        Shapes.validationError(account().create(Bodies.of("connection", "other")), "/connection");
        Shapes.validationError(account().create(Bodies.of("identity_user_id", "somebody")), "/identity_user_id");
        Shapes.validationError(account().create(Bodies.of("identity", "somebody")), "/identity");
        Shapes.validationError(
                account().create(Bodies.of("identity_user_id", id, "identity", "somebody")), "/identity");
        Shapes.validationError(
                account().create(Bodies.of("use_exclude_credentials", "yes")), "/use_exclude_credentials");
        ContractClient caller = web.withBearer(token);
        String methods = "/me/v1/authentication-methods";
        Shapes.validationError(caller.send("POST", methods, Bodies.of()), "/type");
        Shapes.validationError(caller.send("POST", methods, Bodies.of("type", "totp")), "/type");
        Shapes.validationError(caller.send("POST", methods + "/passkey%7Cnew/verify", Bodies.of()), "/auth_session");
        Shapes.validationError(
                caller.send("POST", methods + "/passkey%7Cnew/verify", Bodies.of("auth_session", "x")),
                "/authn_response");
        assertUnharmed();
    }

    @Test
    void malformedAnswerIsPointedAt() {
        Answer challenge = account().create().expect(202);
        ObjectNode answer = web.create(new SoftwareAuthenticator(), challenge, Bend.none());
        ((ObjectNode) answer.path("response")).put("attestationObject", "====");

        Shapes.validationError(
                account().verify(challenge.text("auth_session"), answer), "/authn_response/response/attestationObject");
    }

    private MyAccountClient account() {
        return web.withBearer(token).myAccount();
    }

    private void assertUnharmed() {
        account().get(ownPasskey).expect(200);
        web.login(authenticator).expect(200);
    }
}
