package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input to every endpoint: each gets the contract's status and body, loses nothing, and the next try works. */
class HttpTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static Deployment deployment;
    private static ContractClient web;
    private static SoftwareAuthenticator authenticator;
    private static String token;

    private String before = "";

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
        authenticator = new SoftwareAuthenticator();
        token = Scenario.myAccountToken(deployment.web(), authenticator, "a@example.com");
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @BeforeEach
    void count() {
        before = deployment.contents();
    }

    @AfterEach
    void nothingWasLeftBehindAndTheNextTryWorks() {
        assertThat(deployment.contents()).isEqualTo(before);
        web.login(authenticator).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/passkey/register|POST",
                "/passkey/challenge|POST",
                "/oauth/token|POST",
                "/.well-known/jwks.json|GET, HEAD",
                "/.well-known/openid-configuration|GET, HEAD"
            })
    @DisplayName("§3: 405 (Allow) … Errors of §1–3: {\"error\",\"error_description\"}")
    void otherMethodsAreRefusedInOauthShape(String path, String allowed) {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE2")) {
            if (!allowed.contains(method)) {
                Answer answer = Shapes.oauthError(web.send(method, path), 405, "invalid_request");
                assertThat(answer.header("Allow")).contains(allowed);
            }
        }
        if (!allowed.contains("GET")) {
            assertThat(web.send("HEAD", path).expect(405).header("Allow")).contains(allowed);
        }
    }

    /** RFC 9110 §9.3.2: the header fields that a GET would have got, and no content. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/jwks.json",
                "/.well-known/openid-configuration",
                "/.well-known/assetlinks.json",
                "/userinfo",
                "/me/v1/factors",
                "/me/v1/authentication-methods"
            })
    void headIsAnsweredLikeGetWithoutABody(String path) throws IOException {
        Transport raw = new RawTransport(deployment.port(), "localhost");
        Transport.Request get = new Transport.Request("GET", path, Map.of("Origin", Deployment.ORIGIN), Bytes.copyOf());
        Transport.Response document = raw.send(get);

        Transport.Response head = raw.send(new Transport.Request("HEAD", path, get.headers(), get.body()));

        assertThat(head.status()).isEqualTo(document.status());
        assertThat(head.body().length()).isZero();
        for (String name :
                List.of("Content-Type", "Cache-Control", "Vary", "WWW-Authenticate", "Access-Control-Allow-Origin")) {
            assertThat(head.headers().get(name))
                    .as(name)
                    .isEqualTo(document.headers().get(name));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/me/v1/factors|GET, HEAD",
                "/me/v1/authentication-methods|GET, HEAD, POST",
                "/me/v1/authentication-methods/passkey%7Cnew/verify|POST",
                "/me/v1/authentication-methods/passkey%7Cdev_1|GET, HEAD, PATCH, DELETE"
            })
    @DisplayName("§4: Errors of §4 (application/json): {\"type\",\"status\",\"title\",\"detail\"")
    void otherMethodsAreRefusedInProblemShape(String path, String allowed) {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            if (!List.of(allowed.split(", ")).contains(method)) {
                Answer answer = Shapes.problem(web.withBearer(token).send(method, path), 405);
                assertThat(answer.header("Allow")).contains(allowed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "multipart/form-data",
                "application/jsonx",
                "application/x-www-form-urlencoded",
                "*/*",
                ""
            })
    @DisplayName("§3: 415 … wrong type")
    void otherMediaTypesAreRefused(String type) {
        Map<String, String> header = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
        Bytes body = Bytes.utf8("{\"client_id\":\"web\"}");

        Shapes.oauthError(web.send("POST", "/passkey/challenge", header, body), 415, "invalid_request");
        Shapes.oauthError(web.send("POST", "/passkey/register", header, body), 415, "invalid_request");
        if (!type.equals("application/x-www-form-urlencoded")) {
            Shapes.oauthError(web.send("POST", "/oauth/token", header, body), 415, "invalid_request");
        }
        ContractClient caller = web.withBearer(token);
        Shapes.problem(caller.send("POST", "/me/v1/authentication-methods", header, body), 415);
        Shapes.problem(caller.send("POST", "/me/v1/authentication-methods/passkey%7Cnew/verify", header, body), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json, text/plain", "json"})
    void malformedMediaTypesAreRefused(String type) {
        Answer refused = web.send(
                "POST", "/passkey/challenge", Map.of("Content-Type", type), Bytes.utf8("{\"client_id\":\"web\"}"));

        if (Door.ofThisRun().parsesHeaders()) {
            refused.expect(400);
        } else {
            Shapes.oauthError(refused, 415, "invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=UTF-8", "APPLICATION/JSON", "application/json ; charset=utf-8"})
    @DisplayName("§1: JSON in, JSON out, 200")
    void jsonWithParametersOrInCapitalsIsJson(String type) {
        web.send("POST", "/passkey/challenge", Map.of("Content-Type", type), Bytes.utf8("{\"client_id\":\"web\"}"))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"text\"",
                "{",
                "}",
                "{]",
                "{\"client_id\":\"web\"",
                "{\"client_id\":\"web\"}}",
                "{\"client_id\":\"web\"} {}",
                "{\"client_id\":\"web\",\"client_id\":\"backend\"}",
                "{\"client_id\":\"web\",\"a\":{\"b\":1,\"b\":2}}",
                "{client_id:\"web\"}",
                "{'client_id':'web'}",
                "{\"client_id\":\"web\",}",
                "{\"client_id\":\"web\",\"a\":01}",
                "{\"client_id\":\"web\",\"a\":NaN}",
                "/**/{\"client_id\":\"web\"}",
                "\uFEFF{\"client_id\":\"web\"}",
                "{\"client_id\":\"we\nb\"}",
                "client_id=web"
            })
    @DisplayName("§3: malformed JSON")
    void malformedJsonIsRefused(String body) {
        refusedAsMalformed(Bytes.utf8(body));
    }

    @Test
    void jsonBeyondTheBoundsIsRefused() {
        refusedAsMalformed(Bytes.utf8("{\"client_id\":\"web\",\"a\":" + "[".repeat(20) + "]".repeat(20) + "}"));
        refusedAsMalformed(Bytes.utf8("{\"client_id\":\"web\",\"a\":" + "{\"a\":".repeat(20) + "1" + "}".repeat(21)));
        refusedAsMalformed(Bytes.utf8("[".repeat(60_000)));
        refusedAsMalformed(Bytes.utf8("{\"client_id\":\"web\",\"a\":" + "9".repeat(5000) + "}"));
        refusedAsMalformed(Bytes.utf8("{\"client_id\":\"web\",\"" + "n".repeat(5000) + "\":1}"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        refusedAsMalformed(Bytes.utf8("{\"client_id\":\"web\",\"a\":\"")
                .plus(Bytes.fromHex("ff"))
                .plus(Bytes.utf8("\"}")));
        refusedAsMalformed(Bytes.utf8("{\"client_id\":\"web\",\"a\":\"")
                .plus(Bytes.fromHex("c0af"))
                .plus(Bytes.utf8("\"}")));
        refusedAsMalformed(Bytes.fromHex("fffe7b007d00"));
        refusedAsMalformed(Bytes.fromHex("0000007b0000007d"));
    }

    @Test
    void malformedFormIsRefused() {
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        for (String body : List.of(
                "",
                "client_id=%zz",
                "client_id=web&client_id=web",
                "&&&",
                "client_id",
                "grant_type=refresh_token",
                "client_id=web&grant_type=refresh_token&refresh_token=%")) {
            Shapes.oauthError(web.send("POST", "/oauth/token", form, Bytes.utf8(body)), 400, "invalid_request");
        }
    }

    @Test
    @DisplayName("§3: Unknown members are ignored")
    void unknownAndEmptyMembersAreIgnored() {
        web.send(
                        "POST",
                        "/passkey/challenge",
                        Bodies.of("client_id", "web", "realm", "", "unknown", "x")
                                .putNull("organization"))
                .expect(200);
    }

    @Test
    void errorsTellNothingOfHowTheServerIsMade() {
        for (String path : List.of("/passkey/register", "/passkey/challenge", "/oauth/token")) {
            Answer answer = web.send("POST", path, JSON, Bytes.utf8("{\"client_id\":{\"a\":[1]}}"));
            Shapes.invalidRequest(answer, "client_id");
            assertThat(answer.text("error_description")).doesNotContain("{", "[");
        }
    }

    private void refusedAsMalformed(Bytes body) {
        for (String path : List.of("/passkey/register", "/passkey/challenge", "/oauth/token")) {
            Shapes.oauthError(web.send("POST", path, JSON, body), 400, "invalid_request");
        }
        ContractClient caller = web.withBearer(token);
        Shapes.problem(caller.send("POST", "/me/v1/authentication-methods", JSON, body), 400);
        Shapes.problem(caller.send("POST", "/me/v1/authentication-methods/passkey%7Cnew/verify", JSON, body), 400);
    }
}
