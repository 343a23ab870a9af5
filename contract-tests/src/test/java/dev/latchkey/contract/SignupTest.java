package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** §1: "Signup challenge — POST /passkey/register", and its exchange for tokens. */
class SignupTest {
    private static final String NOBODY = "0 accounts, 0 handles, 0 passkeys, 0 spent, 0 refresh tokens";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: Signup creates account and passkey in one transaction, here and not before")
    void signupCreatesAccountAndPasskeyAtTheExchange() {
        Answer challenge = web.passkeyRegister(profile("a@example.com")).expect(200);
        assertThat(deployment.contents()).isEqualTo(NOBODY);

        Answer tokens = web.token(challenge.text("auth_session"), web.create(authenticator, challenge, Bend.none()))
                .expect(200);

        assertThat(Shapes.names(tokens.body()))
                .containsExactlyInAnyOrder("access_token", "id_token", "token_type", "expires_in", "scope");
        assertThat(tokens.header("Cache-Control")).contains("no-store");
        assertThat(deployment.contents()).isEqualTo("1 accounts, 1 handles, 1 passkeys, 1 spent, 0 refresh tokens");
        web.login(authenticator).expect(200);
    }

    @Test
    @DisplayName("§1: \"displayName\":\"<name, else that identifier>\"")
    void displayNameIsTheNameElseTheIdentifier() {
        JsonNode named = user(profile("a@example.com").put("name", "Ann Example"));
        JsonNode nameless = user(profile("a@example.com").put("nickname", "Annie"));

        assertThat(named.path("name").asText()).isEqualTo("a@example.com");
        assertThat(named.path("displayName").asText()).isEqualTo("Ann Example");
        assertThat(nameless.path("name").asText()).isEqualTo("a@example.com");
        assertThat(nameless.path("displayName").asText()).isEqualTo("a@example.com");
    }

    @Test
    void everySignupGetsAUserHandleOfItsOwn() {
        assertThat(user(profile("a@example.com")).path("id"))
                .isNotEqualTo(user(profile("a@example.com")).path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.com", "A@EXAMPLE.COM", "\uff41@example.com", " a@example.com "})
    @DisplayName("§1: An identifier that already belongs to an account is 400 invalid_request — §3: identifier taken")
    void takenIdentifierInAnySpellingIsRefusedAtTheChallenge(String spelling) {
        web.signup(authenticator, profile("a@example.com")).expect(200);
        String before = deployment.contents();

        Shapes.oauthError(web.passkeyRegister(profile(spelling)), 400, "invalid_request");

        assertThat(deployment.contents()).isEqualTo(before);
        web.login(authenticator).expect(200);
        web.signup(new SoftwareAuthenticator(), profile("b@example.com")).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"am\u00e9lie@example.com", "AME\u0301LIE@example.com", "ame\u0301lie@EXAMPLE.com"})
    void identifierThatWasTakenMeanwhileIsRefusedAtTheExchange(String spelling) {
        SoftwareAuthenticator late = new SoftwareAuthenticator();
        Answer challenge = web.passkeyRegister(profile(spelling)).expect(200);
        web.signup(authenticator, profile("Am\u00e9lie@example.com")).expect(200);
        String before = deployment.contents();

        Shapes.oauthError(
                web.token(challenge.text("auth_session"), web.create(late, challenge, Bend.none())),
                400,
                "invalid_request");

        assertThat(deployment.contents()).isEqualTo(before);
        web.login(authenticator).expect(200);
    }

    @Test
    void whereStrangersLearnNothingATakenIdentifierIsRefusedAtTheExchangeAlone() throws Exception {
        try (Deployment discreet = Deployment.start(Deployment::takenIdentifierAtExchange)) {
            ContractClient client = discreet.web();
            client.signup(authenticator, profile("a@example.com")).expect(200);

            Shapes.oauthError(
                    client.signup(new SoftwareAuthenticator(), profile("A@example.com")), 400, "invalid_request");

            assertThat(discreet.rows("latchkey_account")).isEqualTo(1);
            client.login(authenticator).expect(200);
        }
    }

    @Test
    void realmThatTakesNoSignupsRefusesWithAccessDenied() throws Exception {
        try (Deployment closed = Deployment.start(
                config -> config.realm("staff", realm -> realm.signup(false)).realm("members", realm -> {}))) {
            ContractClient client = closed.web();

            Shapes.oauthError(client.passkeyRegister(profile("a@example.com")), 403, "access_denied");

            assertThat(closed.contents()).isEqualTo(NOBODY);
            client.withRealm("members")
                    .signup(authenticator, profile("a@example.com"))
                    .expect(200);
        }
    }

    @Test
    @DisplayName("§3: endpoint switched off")
    void signupThatIsSwitchedOffIsNotFound() throws Exception {
        try (Deployment closed = Deployment.start(config -> config.endpoints(endpoints -> endpoints.signup(false)))) {
            Shapes.oauthError(closed.web().passkeyRegister(profile("a@example.com")), 404, "not_found");

            closed.web().passkeyChallenge().expect(200);
        }
    }

    @Test
    void sessionSealedBeforeSignupWasSwitchedOffIsRefused() throws Exception {
        Answer challenge = web.passkeyRegister(profile("a@example.com")).expect(200);
        try (Deployment closed = deployment.node(config -> config.endpoints(endpoints -> endpoints.signup(false)))) {
            Shapes.oauthError(
                    closed.web()
                            .token(challenge.text("auth_session"), web.create(authenticator, challenge, Bend.none())),
                    400,
                    "invalid_grant");

            assertThat(deployment.contents()).isEqualTo(NOBODY);
        }
    }

    @Test
    void sessionSealedBeforeTheRealmWasClosedIsRefused() throws Exception {
        Answer challenge = web.passkeyRegister(profile("a@example.com")).expect(200);
        try (Deployment closed = deployment.node(config -> config.realm("default", realm -> realm.signup(false)))) {
            Shapes.oauthError(
                    closed.web()
                            .token(challenge.text("auth_session"), web.create(authenticator, challenge, Bend.none())),
                    403,
                    "access_denied");

            assertThat(deployment.contents()).isEqualTo(NOBODY);
        }
    }

    private JsonNode user(ObjectNode profile) {
        return web.passkeyRegister(profile).expect(200).body().at("/authn_params_public_key/user");
    }
}
