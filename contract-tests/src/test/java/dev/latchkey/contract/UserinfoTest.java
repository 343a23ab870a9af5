package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** "The UserInfo Endpoint is an OAuth 2.0 Protected Resource that returns Claims about the authenticated End-User" (OpenID Connect Core §5.3). */
class UserinfoTest {
    private static final String API = "https://api.example.com/";

    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.client("shop", client -> client.allowedOrigins(Deployment.ORIGIN)
                        .audiences(API)),
                clock);
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: GET /userinfo (OIDC)")
    void claimsAreThoseThatTheScopesOpen() {
        Answer tokens = signup(web.withScope("openid profile email phone"));
        Answer answer = web.withBearer(tokens.text("access_token")).userinfo().expect(200);

        assertThat(answer.body().toString())
                .isEqualTo("{\"sub\":\"" + subject(tokens) + "\",\"name\":\"Ann Example\","
                        + "\"email\":\"a@example.com\",\"email_verified\":false}");
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(Deployment.ORIGIN);
    }

    /** "The sub (subject) Claim MUST always be returned in the UserInfo Response" (§5.3.2). */
    @Test
    void subIsAlwaysThere() {
        Answer tokens = signup(web.withScope("openid"));

        assertThat(web.withBearer(tokens.text("access_token"))
                        .userinfo()
                        .expect(200)
                        .body()
                        .toString())
                .isEqualTo("{\"sub\":\"" + subject(tokens) + "\"}");
    }

    /** "The UserInfo Endpoint MUST support the use of the HTTP GET and HTTP POST methods" (§5.3). */
    @Test
    void postIsAnsweredLikeGet() {
        ContractClient bearer = web.withBearer(signup(web).text("access_token"));

        Answer posted = bearer.send("POST", "/userinfo").expect(200);

        assertThat(posted.body()).isEqualTo(bearer.userinfo().body());
    }

    /** "If the request lacks any authentication information … the resource server SHOULD NOT include an error code" (RFC 6750 §3.1). */
    @Test
    void withoutATokenTheChallengeHasNoErrorCode() {
        Answer answer = web.userinfo().expectError(401, "invalid_token");

        assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"latchkey\", " + Shapes.DPOP);
    }

    @Test
    void tokenThatIsNoAccessTokenIsRefused() {
        Answer tokens = signup(web.withScope("openid offline_access"));

        assertInvalid(web.withBearer("nonsense"));
        assertInvalid(web.withBearer(tokens.text("id_token")));
        assertInvalid(web.withBearer(tokens.text("refresh_token")));
        assertInvalid(web.withHeader("Authorization", "Basic d2ViOg=="));
    }

    /** "The JWT access token MUST be rejected if aud does not contain a resource indicator of the current resource server" (RFC 9068 §4). */
    @Test
    void tokenOfAnotherAudienceIsRefused() {
        ContractClient shop = web.withClientId("shop");
        Answer forApi = signup(shop.withAudience(API), "a@example.com");
        Answer forMyAccount = signup(web.withAudience(Scenario.MY_ACCOUNT_AUDIENCE), "b@example.com");

        assertInvalid(shop.withBearer(forApi.text("access_token")));
        assertInvalid(web.withBearer(forMyAccount.text("access_token")));
    }

    @Test
    void expiredTokenIsRefused() {
        ContractClient bearer = web.withBearer(signup(web).text("access_token"));
        bearer.userinfo().expect(200);

        clock.advance(Duration.ofHours(1));

        assertInvalid(bearer);
    }

    @Test
    void tokenWithoutOpenidIsRefused() {
        Answer tokens = signup(web.withScope("profile email"));
        Answer answer = web.withBearer(tokens.text("access_token")).userinfo().expectError(403, "insufficient_scope");

        assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"insufficient_scope\", scope=\"openid\"");
    }

    @Test
    void tokenOfAnotherClientsPageIsRefused() {
        String token = signup(web).text("access_token");

        deployment
                .client("readonly")
                .withOrigin(Deployment.OTHER_ORIGIN)
                .withBearer(token)
                .userinfo()
                .expectError(403, "access_denied");
    }

    @Test
    void preflightAllowsTheTokensHeader() {
        Answer answer = web.send(
                        "OPTIONS",
                        "/userinfo",
                        Map.of(
                                "Access-Control-Request-Method",
                                "GET",
                                "Access-Control-Request-Headers",
                                "authorization,dpop"),
                        Bytes.copyOf())
                .expect(204);

        assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET,POST");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains("authorization", "dpop"));
    }

    private static Answer signup(ContractClient client) {
        return signup(client, "a@example.com");
    }

    private static Answer signup(ContractClient client, String email) {
        return client.signup(
                        new SoftwareAuthenticator(),
                        ContractClient.profile(email).put("name", "Ann Example"))
                .expect(200);
    }

    private static void assertInvalid(ContractClient client) {
        Answer answer = client.userinfo().expectError(401, "invalid_token");

        assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\", " + Shapes.DPOP);
    }

    /** "The sub Claim in the UserInfo Response MUST be verified to exactly match the sub Claim in the ID Token" (§5.3.2). */
    private static String subject(Answer tokens) {
        String claims = tokens.text("id_token").split("\\.", -1)[1];
        try {
            JsonNode json = new JsonMapper().readTree(Base64.getUrlDecoder().decode(claims));
            return json.path("sub").asText();
        } catch (IOException e) {
            throw new AssertionError("the ID token's claims are no JSON", e);
        }
    }
}
