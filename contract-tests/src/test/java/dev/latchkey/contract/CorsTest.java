package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** §5: preflights, and what the browser may hand to a page. */
class CorsTest {
    private static final String EXPOSED = "Location,DPoP-Nonce,WWW-Authenticate,Retry-After,"
            + "x-ratelimit-limit,x-ratelimit-remaining,x-ratelimit-reset";
    private static final String FINGERPRINT =
            "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";
    private static Deployment deployment;
    private static ContractClient nobody;
    private static Deployment withSessions;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(
                config -> config.client("app", client -> client.android("com.example.app", FINGERPRINT)));
        nobody = deployment.client("web");
        withSessions = Deployment.start(config -> config.login(login -> login.session(true))
                .client("web", client -> client.allowedOrigins(Deployment.ORIGIN)
                        .sessionLogin(true)));
    }

    @AfterAll
    static void stop() {
        withSessions.close();
        deployment.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/passkey/register|POST|POST|auth0-client,content-type",
                "/passkey/challenge|POST|POST|auth0-client,content-type",
                "/oauth/token|POST|POST|auth0-client,content-type,dpop",
                "/me/v1/factors|GET|GET|authorization,content-type,dpop",
                "/me/v1/authentication-methods|POST|GET,POST|authorization,content-type,dpop",
                "/me/v1/authentication-methods/passkey%7Cnew/verify|POST|POST|authorization,content-type,dpop",
                "/me/v1/authentication-methods/passkey%7Cdev_1|DELETE|GET,PATCH,DELETE|authorization,content-type,dpop"
            })
    @DisplayName("§5: /passkey/* asks auth0-client,content-type; /oauth/token the same plus dpop; /me/* asks "
            + "authorization,content-type,dpop … Answer 204 with the exact origin, methods, those headers, "
            + "Access-Control-Max-Age, and Vary: Origin always")
    void preflightOfAnAllowedOriginNamesWhatTheEndpointTakes(
            String path, String method, String methods, String headers) {
        Answer answer = preflight(path, Deployment.ORIGIN, method, headers).expect(204);

        assertThat(answer.headers().get("Access-Control-Allow-Origin")).containsExactly(Deployment.ORIGIN);
        assertThat(list(answer, "Access-Control-Allow-Methods")).containsExactly(methods.split(","));
        assertThat(list(answer, "Access-Control-Allow-Headers")).containsExactly(headers.split(","));
        assertThat(answer.header("Access-Control-Max-Age")).contains("600");
        assertThat(answer.headers().get("Vary")).containsExactly("Origin");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.body().isMissingNode()).isTrue();
    }

    @Test
    @DisplayName("§5: A preflight names no client: it is answered for the origins of all clients")
    void preflightIsAnsweredForTheOriginOfAnyClient() {
        Answer answer = preflight("/oauth/token", Deployment.OTHER_ORIGIN, "POST", "content-type")
                .expect(204);

        assertThat(answer.header("Access-Control-Allow-Origin")).contains(Deployment.OTHER_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://localhost:3000.evil.example",
                "http://evil-localhost:3000",
                "http://a.localhost:3000",
                "http://localhost:30000",
                "http://localhost:300",
                "http://localhost",
                "https://localhost:3000",
                "HTTP://LOCALHOST:3000",
                "http://localhost:3000/",
                "http://localhost:3000 http://localhost:3001",
                "*",
                "android:apk-key-hash:ABEiM0RVZneImaq7zN3u_wARIjNEVWZ3iJmqu8zd7v8"
            })
    @DisplayName("§5: An Origin header that is not allowed (also null) is 403 before any work is done — §3: origin not "
            + "allowed")
    void otherOriginIsRefusedOnEveryEndpoint(String origin) {
        SentStatements.take();
        for (Answer answer : List.of(
                preflight("/passkey/challenge", origin, "POST", "content-type"),
                nobody.withHeader("Origin", origin).passkeyChallenge(),
                nobody.withHeader("Origin", origin).passkeyRegister(ContractClient.profile("a@example.com")),
                nobody.withHeader("Origin", origin).jwks())) {
            Shapes.oauthError(answer, 403, "access_denied");
            assertNotShared(answer);
        }
        for (Answer answer : List.of(
                preflight("/me/v1/authentication-methods", origin, "POST", "authorization"),
                nobody.withHeader("Origin", origin).myAccount().list())) {
            Shapes.problem(answer, 403);
            assertNotShared(answer);
        }
        assertThat(SentStatements.take()).isEmpty();
    }

    @Test
    @DisplayName("§5: the request itself is then held to its own client's")
    void originOfAnotherClientIsRefused() {
        Answer refused = nobody.withHeader("Origin", Deployment.OTHER_ORIGIN).passkeyChallenge();

        Shapes.oauthError(refused, 403, "access_denied");
        assertThat(refused.header("Access-Control-Allow-Origin")).contains(Deployment.OTHER_ORIGIN);
        Shapes.oauthError(
                deployment
                        .client("backend")
                        .withSecret(Deployment.BACKEND_SECRET)
                        .withOrigin(Deployment.ORIGIN)
                        .passkeyChallenge(),
                403,
                "access_denied");
    }

    @Test
    @DisplayName("§5: Vary: Origin always … Expose Location, DPoP-Nonce, WWW-Authenticate, Retry-After, x-ratelimit-*")
    void everyAnswerToAnAllowedOriginIsSharedWithItAlsoErrors() {
        ContractClient web = deployment.web();
        for (Answer answer : List.of(
                web.passkeyChallenge().expect(200),
                web.jwks().expect(200),
                web.discovery().expect(200),
                web.token("unknown", Bodies.of()).expect(400),
                web.withSecret("wrong").passkeyChallenge().expect(401),
                web.send("GET", "/passkey/challenge").expect(405),
                web.send("POST", "/passkey/challenge", Map.of("Content-Type", "text/plain"), Bytes.utf8("x"))
                        .expect(415),
                web.send("POST", "/passkey/challenge", Map.of(), Bytes.copyOf(new byte[70_000]))
                        .expect(415),
                web.myAccount().list().expect(401),
                web.withBearer("wrong").myAccount().list().expect(401))) {
            assertThat(answer.headers().get("Access-Control-Allow-Origin")).containsExactly(Deployment.ORIGIN);
            assertThat(answer.headers().get("Access-Control-Expose-Headers")).containsExactly(EXPOSED);
            assertThat(answer.headers().get("Vary")).containsExactly("Origin");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    @DisplayName("§5: a request without Origin (native app, server) passes")
    void requestWithoutOriginPasses() {
        for (Answer answer : List.of(
                nobody.passkeyChallenge().expect(200),
                nobody.jwks().expect(200),
                nobody.token("unknown", Bodies.of()).expect(400),
                nobody.send("DELETE", "/oauth/token").expect(405))) {
            assertThat(answer.headers().get("Vary")).containsExactly("Origin");
            assertNotShared(answer);
        }
    }

    @Test
    @DisplayName("§5: Credentials are allowed only where session login is on")
    void credentialsAreAllowedOnlyForPagesOfSessionLogin() {
        ContractClient page = withSessions.web();
        ContractClient elsewhere = withSessions.client("readonly").withOrigin(Deployment.OTHER_ORIGIN);

        assertThat(page.passkeyChallenge().expect(200).header("Access-Control-Allow-Credentials"))
                .contains("true");
        assertThat(page.send(
                                "OPTIONS",
                                "/me/v1/authentication-methods",
                                Map.of("Access-Control-Request-Method", "GET"),
                                Bytes.copyOf())
                        .expect(204)
                        .header("Access-Control-Allow-Credentials"))
                .contains("true");
        assertThat(elsewhere.passkeyChallenge().expect(200).header("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(withSessions.client("web").passkeyChallenge().header("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void preflightOfAnEndpointThatIsSwitchedOffIsNotFound() throws Exception {
        try (Deployment closed = Deployment.start(config -> config.endpoints(endpoints -> endpoints.signup(false)))) {
            Answer answer = closed.client("web")
                    .send(
                            "OPTIONS",
                            "/passkey/register",
                            Map.of("Origin", Deployment.ORIGIN, "Access-Control-Request-Method", "POST"),
                            Bytes.copyOf());

            Shapes.oauthError(answer, 404, "not_found");
        }
    }

    @Test
    void secondOriginHeaderIsRefused() throws Exception {
        var answer = new RawTransport(deployment.port(), "localhost")
                .send(
                        "GET /.well-known/jwks.json",
                        List.of("Origin: " + Deployment.ORIGIN, "Origin: https://evil.example"),
                        Bytes.copyOf());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    private Answer preflight(String path, String origin, String method, String headers) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("Origin", origin);
        asked.put("Access-Control-Request-Method", method);
        asked.put("Access-Control-Request-Headers", headers);
        return nobody.send("OPTIONS", path, asked, Bytes.copyOf());
    }

    private static List<String> list(Answer answer, String header) {
        return Arrays.stream(answer.header(header).orElse("").split(",", -1))
                .map(String::strip)
                .toList();
    }

    private static void assertNotShared(Answer answer) {
        assertThat(answer.headers().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
}
