package dev.latchkey.http;

import static dev.latchkey.http.TestConfig.APP_ORIGIN;
import static dev.latchkey.http.TestConfig.ORIGIN;
import static dev.latchkey.http.TestExchange.get;
import static dev.latchkey.http.TestExchange.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.Latchkey;
import dev.latchkey.TestStorage;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Caller;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.json.Json;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request meets on its way, as far as no database is needed; and what it meets when the database is not there. */
class ContractTest {
    private static final String CHALLENGE = "{\"client_id\":\"web\"}";
    private static final String REGISTER = "{\"client_id\":\"web\",\"user_profile\":{\"email\":\"ada@example.com\"}}";

    private static final Latchkey LATCHKEY = latchkey(TestStorage.unreachable());

    @Test
    void challengesNeedNoDatabase() {
        Reply login = LATCHKEY.handle(post("/passkey/challenge", CHALLENGE));
        Reply signup = LATCHKEY.handle(post("/passkey/register", REGISTER));

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.headers()).containsEntry("Cache-Control", "no-store");
        JsonNode request = json(login).path("authn_params_public_key");
        assertThat(request.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("challenge", "timeout", "rpId", "userVerification");
        JsonNode creation = json(signup).path("authn_params_public_key");
        assertThat(creation.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("challenge", "timeout", "rp", "user", "pubKeyCredParams", "authenticatorSelection");
        assertThat(creation.path("pubKeyCredParams").findValuesAsText("alg")).containsExactly("-8", "-7", "-257");
        assertThat(text(login) + text(signup)).doesNotContain("null");
    }

    @Test
    void databaseThatIsDownIsServiceUnavailable() {
        JsonNode challenge = json(LATCHKEY.handle(post("/passkey/challenge", CHALLENGE)));
        Reply reply = LATCHKEY.handle(post("/oauth/token", exchange(challenge)).with("Origin", ORIGIN));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers())
                .containsEntry("Retry-After", "5")
                .containsEntry("Vary", "Origin")
                .containsEntry("Access-Control-Allow-Origin", ORIGIN)
                .containsEntry("Cache-Control", "no-store");
        assertThat(json(reply).path("error").textValue()).isEqualTo("temporarily_unavailable");
        assertThat(json(reply).path("error_description").textValue())
                .matches("The service is briefly unavailable\\. Try again\\. Incident [0-9a-f-]{36}\\.");
        assertThat(text(reply)).doesNotContain("refused").doesNotContain("Exception");
    }

    @Test
    void databaseThatIsDownIsAProblemInTheMyAccountApi() {
        Latchkey bySession = Latchkey.builder(
                        TestConfig.builder()
                                .myAccount(account -> account.session(true))
                                .build(),
                        TestStorage.unreachable())
                .build();
        Reply reply = bySession.handle(get("/me/v1/authentication-methods")
                .as(new Caller.Known(new AccountRef("members", "1"), Instant.now())));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "5");
        assertThat(json(reply).path("status").intValue()).isEqualTo(503);
        assertThat(json(reply).path("type").textValue())
                .isEqualTo("https://latchkey.dev/errors#temporarily-unavailable");
    }

    @Test
    void faultThatNobodyForesawIsAServerErrorThatTellsNothing() {
        Latchkey failing = latchkey(TestStorage.failing("table MEMBER column SECRET"));
        JsonNode challenge = json(failing.handle(post("/passkey/challenge", CHALLENGE)));
        Reply reply = failing.handle(post("/oauth/token", exchange(challenge)));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(json(reply).path("error").textValue()).isEqualTo("server_error");
        assertThat(json(reply).path("error_description").textValue())
                .matches("Something went wrong\\. Incident [0-9a-f-]{36}\\.");
        assertThat(text(reply))
                .doesNotContain("MEMBER")
                .doesNotContain("Exception")
                .doesNotContain("at dev.latchkey");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /passkey/register, POST",
        "DELETE, /oauth/token, POST",
        "HEAD, /oauth/token, POST",
        "POST, /.well-known/jwks.json, 'GET, HEAD'",
        "PUT, /me/v1/authentication-methods, 'GET, HEAD, POST'",
        "POST, /me/v1/authentication-methods/passkey%7Cdev_1, 'GET, HEAD, PATCH, DELETE'",
        "OPTIONS, /oauth/token, POST"
    })
    void wrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
        Reply reply = LATCHKEY.handle(TestExchange.of(method, path, new byte[0]));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).containsEntry("Allow", allowed);
    }

    @Test
    void preflightIsAnsweredForTheOriginsOfAllClients() {
        for (String origin : new String[] {ORIGIN, APP_ORIGIN}) {
            Reply reply = LATCHKEY.handle(preflight(origin));

            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.headers())
                    .containsEntry("Access-Control-Allow-Origin", origin)
                    .containsEntry("Access-Control-Allow-Methods", "POST")
                    .containsEntry("Vary", "Origin")
                    .containsKey("Access-Control-Max-Age");
            assertThat(reply.headers().get("Access-Control-Allow-Headers")).isEqualTo("auth0-client,content-type,dpop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://evil.example", "http://auth.example.com"})
    void foreignOriginIsRefusedBeforeAnyWork(String origin) {
        Reply preflight = LATCHKEY.handle(preflight(origin));
        Reply request = LATCHKEY.handle(post("/oauth/token", "not even JSON").with("Origin", origin));

        for (Reply reply : new Reply[] {preflight, request}) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(json(reply).path("error").textValue()).isEqualTo("access_denied");
            assertThat(reply.headers())
                    .containsEntry("Vary", "Origin")
                    .doesNotContainKey("Access-Control-Allow-Origin");
        }
    }

    @Test
    void unknownHostIsRefused() {
        Reply reply = LATCHKEY.handle(post("/passkey/challenge", CHALLENGE).at("evil.example", true, ""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).path("error").textValue()).isEqualTo("invalid_request");
    }

    @Test
    void endpointThatIsSwitchedOffIsNotThere() {
        Latchkey small = Latchkey.builder(
                        LatchkeyConfig.builder()
                                .domain("auth.example.com")
                                .client("web", client -> client.allowedOrigins(ORIGIN))
                                .endpoints(endpoints -> endpoints.signup(false).myAccount(false))
                                .build(),
                        TestStorage.unreachable())
                .build();

        assertThat(small.handle(post("/passkey/register", REGISTER)).status()).isEqualTo(404);
        assertThat(small.handle(get("/me/v1/factors")).status()).isEqualTo(404);
        assertThat(small.handle(post("/passkey/challenge", CHALLENGE)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"user_profile\":{\"email\":\"ada@example.com\",\"name\":\"\\ud800\"}",
                "\"user_profile\":{\"email\":\"ada@example.com\"},\"user_metadata\":{\"a\":\"\\udc00\"}"
            })
    void halfASurrogatePairIsAnInvalidRequest(String members) {
        Reply reply = LATCHKEY.handle(post("/passkey/register", "{\"client_id\":\"web\"," + members + "}"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).path("error").textValue()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "audience", "realm", "organization"})
    void bodyFullOfOneMemberIsAnsweredAsAnyOther(String member) {
        JsonNode challenge = json(LATCHKEY.handle(post("/passkey/challenge", CHALLENGE)));
        String body = exchange(challenge).replaceFirst("\\{", "{\"" + member + "\":\"a" + " a".repeat(20_000) + "\",");
        Reply reply = LATCHKEY.handle(post("/oauth/token", body));

        assertThat(reply.status()).isEqualTo(400);
    }

    private static String exchange(JsonNode challenge) {
        JsonNode options = challenge.path("authn_params_public_key");
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        authenticator.create(creation(options), ORIGIN);
        var body = Json.object()
                .put("grant_type", "urn:okta:params:oauth:grant-type:webauthn")
                .put("client_id", "web")
                .put("auth_session", challenge.path("auth_session").textValue());
        body.set("authn_response", authenticator.get(options, ORIGIN));
        return body.toString();
    }

    private static JsonNode creation(JsonNode request) {
        var options = Json.object().put("challenge", request.path("challenge").textValue());
        options.putObject("rp").put("id", request.path("rpId").textValue()).put("name", "x");
        options.putObject("user").put("id", "AAAA").put("name", "x").put("displayName", "x");
        options.putArray("pubKeyCredParams")
                .addObject()
                .put("type", "public-key")
                .put("alg", -7);
        options.putObject("authenticatorSelection").put("residentKey", "required");
        return options;
    }

    private static TestExchange preflight(String origin) {
        return TestExchange.of("OPTIONS", "/oauth/token", new byte[0])
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "auth0-client,content-type");
    }

    private static Latchkey latchkey(Storage storage) {
        return Latchkey.builder(TestConfig.config(), storage).build();
    }

    private static JsonNode json(Reply reply) {
        return Json.parseObject(reply.body().toArray()).orElseThrow(() -> new AssertionError(text(reply)));
    }

    private static String text(Reply reply) {
        return new String(reply.body().toArray(), UTF_8);
    }
}
