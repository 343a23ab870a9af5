package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.Grant;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** §3: "Token exchange — POST /oauth/token": clients, grants, scopes, audiences, and both media types. */
class TokenTest {
    private static final String MACHINE = "https://api.example.com/";
    private static final String OTHER_MACHINE = "https://other-api.example.com/";
    private static Deployment deployment;
    private static ContractClient web;
    private static ContractClient backend;
    private static SoftwareAuthenticator authenticator;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(config -> config.client(
                        "backend", client -> client.secrets(Deployment.BACKEND_SECRET, "the next secret of the backend")
                                .allowedOrigins(Deployment.ORIGIN)
                                .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                                .myAccount(true))
                .client("api", client -> client.allowedOrigins(Deployment.ORIGIN)
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                        .audiences(MACHINE, OTHER_MACHINE)
                        .scopes("read:orders", "write:orders"))
                .client("we.ird~id", client -> client.secrets("p\u00e4ss: word+%20 of it")
                        .allowedOrigins(Deployment.ORIGIN)));
        web = deployment.web();
        backend = deployment.client("backend").withAppOrigin(Deployment.ORIGIN);
        authenticator = new SoftwareAuthenticator();
        deployment
                .web()
                .signup(authenticator, profile("a@example.com").put("name", "Ann"))
                .expect(200);
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    @DisplayName(
            "§3: Clients authenticate by client_secret_post or client_secret_basic; public clients by client_id alone")
    void clientsAuthenticateByPostByBasicOrByIdAlone() {
        web.login(authenticator).expect(200);
        backend.withSecret(Deployment.BACKEND_SECRET).login(authenticator).expect(200);
        backend.withSecret("the next secret of the backend")
                .login(authenticator)
                .expect(200);
        backend.withBasicSecret(Deployment.BACKEND_SECRET).login(authenticator).expect(200);
        deployment
                .client("we.ird~id")
                .withAppOrigin(Deployment.ORIGIN)
                .withBasicSecret("p\u00e4ss: word+%20 of it")
                .login(authenticator)
                .expect(200);
    }

    @Test
    @DisplayName("§3: 401 invalid_client | unknown client, bad secret (WWW-Authenticate where Basic was used)")
    void wrongClientAuthenticationIsRefused() {
        for (ContractClient wrong : List.of(
                backend,
                backend.withSecret("wrong"),
                backend.withSecret(Deployment.BACKEND_SECRET + " "),
                web.withSecret("anything"),
                web.withClientId("unknown"))) {
            Answer answer = wrong.token("any", Bodies.of());
            Shapes.oauthError(answer, 401, "invalid_client");
            assertThat(answer.header("WWW-Authenticate")).isEmpty();
        }
        for (ContractClient wrong : List.of(
                backend.withBasicSecret("wrong"),
                backend.withBasicSecret(""),
                web.withBasicSecret("anything"),
                backend.withHeader("Authorization", "Basic !!!"),
                backend.withHeader("Authorization", "Basic " + "YmFja2VuZA=="),
                backend.withHeader("Authorization", "Basic"))) {
            Answer answer = wrong.token("any", Bodies.of());
            assertThat(answer.status()).as("%s", answer).isBetween(400, 401);
            assertThat(answer.has("access_token")).isFalse();
        }
        assertThat(backend.withBasicSecret("wrong")
                        .token("any", Bodies.of())
                        .expect(401)
                        .header("WWW-Authenticate"))
                .hasValueSatisfying(header -> assertThat(header).startsWith("Basic "));
    }

    @Test
    void clientIdThatContradictsTheHeaderIsRefused() {
        ObjectNode body = Bodies.of("client_id", "web", "grant_type", "refresh_token", "refresh_token", "x");

        Answer answer = backend.withBasicSecret(Deployment.BACKEND_SECRET).send("POST", "/oauth/token", body);

        assertThat(answer.status()).isBetween(400, 401);
        assertThat(answer.text("error")).isIn("invalid_request", "invalid_client");
    }

    @Test
    @DisplayName("§3: application/x-www-form-urlencoded … then authn_response is a JSON string")
    void formLogsInAsJsonDoes() {
        Answer challenge = web.passkeyChallenge();
        ObjectNode form = exchange(challenge);
        form.set("authn_response", web.get(authenticator, challenge, Bend.none()));

        Answer tokens = web.sendForm("/oauth/token", form).expect(200);

        assertThat(Shapes.names(tokens.body()))
                .containsExactlyInAnyOrder("access_token", "id_token", "token_type", "expires_in", "scope");
    }

    @Test
    void jsonMayCarryTheResponseAsTextToo() {
        Answer challenge = web.passkeyChallenge();
        ObjectNode body = exchange(challenge)
                .put(
                        "authn_response",
                        web.get(authenticator, challenge, Bend.none()).toString());

        web.send("POST", "/oauth/token", body).expect(200);
    }

    @Test
    @DisplayName("§3: 400 unsupported_grant_type … 403 unauthorized_client")
    void grantIsHeldToWhatTheClientMay() {
        Shapes.invalidRequest(web.send("POST", "/oauth/token", Bodies.of("client_id", "web")), "grant_type");
        Shapes.invalidRequest(
                web.send("POST", "/oauth/token", Bodies.of("client_id", "web").put("grant_type", 1)), "grant_type");
        for (String grant : List.of("password", "authorization_code", "client_credentials", "REFRESH_TOKEN")) {
            Shapes.oauthError(
                    web.send("POST", "/oauth/token", Bodies.of("client_id", "web", "grant_type", grant)),
                    400,
                    "unsupported_grant_type");
        }
        Shapes.oauthError(deployment.client("nothing").token("any", Bodies.of()), 403, "unauthorized_client");
        Shapes.oauthError(
                deployment
                        .client("readonly")
                        .withOrigin(Deployment.OTHER_ORIGIN)
                        .refresh("any"),
                403,
                "unauthorized_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {" openid", "openid ", "openid  profile", "open\"id", "open\\id", "\u00f6penid", "openid\n"})
    @DisplayName("§3: 400 invalid_scope")
    void malformedScopeIsRefusedBeforeTheSessionIsSpent(String scope) {
        Answer challenge = web.passkeyChallenge();
        ObjectNode answer = web.get(authenticator, challenge, Bend.none());
        String before = deployment.contents();

        Shapes.oauthError(web.withScope(scope).token(challenge.text("auth_session"), answer), 400, "invalid_scope");
        assertThat(deployment.contents()).isEqualTo(before);

        web.token(challenge.text("auth_session"), answer).expect(200);
    }

    @Test
    void scopesOfWhichNoneCanBeGrantedAreRefused() {
        Shapes.oauthError(web.withScope("read:orders").login(authenticator), 400, "invalid_scope");
        Shapes.oauthError(web.withScope("read:me:authentication_methods").login(authenticator), 400, "invalid_scope");
        Shapes.invalidRequest(
                web.send(
                        "POST",
                        "/oauth/token",
                        exchange(web.passkeyChallenge()).put("scope", 1).set("authn_response", Bodies.of())),
                "scope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent|openid profile email",
                "openid|openid",
                "openid openid|openid",
                "email unknown:scope|email",
                "openid offline_access|openid offline_access",
                "openid read:me:factors|openid",
                "profile openid|profile openid"
            })
    @DisplayName("§3: absent scope means openid profile email … a scope that holds every scope granted")
    void scopeIsWhatWasAskedAndCanBeGranted(String asked, String granted) {
        ContractClient client = asked == null ? web : web.withScope(asked);

        Answer tokens = client.login(authenticator).expect(200);

        assertThat(tokens.text("scope")).isEqualTo(granted);
        assertThat(tokens.has("id_token")).isEqualTo(granted.contains("openid"));
        assertThat(tokens.has("refresh_token")).isEqualTo(granted.contains("offline_access"));
        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        assertThat(tokens.body().path("expires_in").isInt()).isTrue();
        assertThat(tokens.body().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(tokens.header("Cache-Control")).contains("no-store");
        assertThat(tokens.header("Content-Type")).contains("application/json");
    }

    @Test
    @DisplayName("§3: \"refresh_token\"(scope offline_access)")
    void clientWithoutTheRefreshGrantGetsNoRefreshToken() {
        Answer tokens = deployment
                .client("readonly")
                .withOrigin(Deployment.OTHER_ORIGIN)
                .withScope("openid offline_access")
                .login(authenticator)
                .expect(200);

        assertThat(tokens.has("refresh_token")).isFalse();
        assertThat(tokens.text("scope")).isEqualTo("openid");
    }

    @Test
    void audienceAndScopesAreThoseOfTheClient() {
        ContractClient api = deployment.client("api").withOrigin(Deployment.ORIGIN);

        Answer tokens = api.withAudience(MACHINE)
                .withScope("openid read:orders delete:orders")
                .login(authenticator)
                .expect(200);

        assertThat(tokens.text("scope")).isEqualTo("openid read:orders");
        Shapes.invalidRequest(web.withAudience(MACHINE).login(authenticator), "audience");
        Shapes.invalidRequest(api.withAudience("https://localhost/me/").login(authenticator), "audience");
        Shapes.invalidRequest(web.withAudience("https://localhost/me").login(authenticator), "audience");
        Shapes.invalidRequest(web.withAudience("https://other.example/me/").login(authenticator), "audience");
        web.withAudience("https://localhost/userinfo").login(authenticator).expect(200);
    }

    @Test
    @DisplayName("A refresh asks for no scope that was not granted (RFC 6749 §6), unless for another audience")
    void refreshGrantsNoMoreThanTheSignInForItsAudience() {
        ContractClient api = deployment.client("api").withOrigin(Deployment.ORIGIN);
        Answer tokens = api.withAudience(MACHINE)
                .withScope("openid offline_access read:orders")
                .login(authenticator)
                .expect(200);

        Answer same = api.withScope("openid read:orders write:orders")
                .refresh(tokens.text("refresh_token"))
                .expect(200);
        Answer other = api.withAudience(OTHER_MACHINE)
                .withScope("openid write:orders")
                .refresh(same.text("refresh_token"))
                .expect(200);

        assertThat(same.text("scope")).isEqualTo("openid read:orders");
        assertThat(other.text("scope")).isEqualTo("openid write:orders");
    }

    @Test
    @DisplayName("§1: carried into the tokens as org_id when the host's accounts accept it, else 400")
    void organizationOfTheExchangeIsHeldToThatOfTheChallenge() {
        Shapes.invalidRequest(
                web.withOrganization("org_1").token(web.passkeyChallenge().text("auth_session"), Bodies.of()),
                "organization");
    }

    private ObjectNode exchange(Answer challenge) {
        return Bodies.of("client_id", "web", "grant_type", ContractClient.WEBAUTHN_GRANT)
                .put("auth_session", challenge.text("auth_session"));
    }
}
