package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Transport.Request;
import dev.latchkey.testkit.Transport.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document does not describe fails the test that meets it. */
class DescribedTransportTest {
    private static final String CHALLENGE = "/passkey/challenge";
    private static final String GOOD = """
            {"auth_session":"a","authn_params_public_key":{"challenge":"AA","timeout":1,"rpId":"localhost","userVerification":"required"}}""";
    private static final String REFUSED = """
            {"error":"invalid_request","error_description":"client_id is missing."}""";
    private static final Map<String, List<String>> HEADERS = Map.of(
            "content-type", List.of("application/json"),
            "cache-control", List.of("no-store"),
            "x-content-type-options", List.of("nosniff"),
            "vary", List.of("Origin"));

    @Test
    void describedExchangesPass() {
        assertThatCode(() -> exchange(200, HEADERS, GOOD)).doesNotThrowAnyException();
        assertThatCode(() -> exchange(400, HEADERS, REFUSED)).doesNotThrowAnyException();
        assertThatCode(() -> send("GET", "/page-of-the-host", "", 418, Map.of(), ""))
                .doesNotThrowAnyException();
    }

    @Test
    void undocumentedStatusIsNamed() {
        assertThatThrownBy(() -> exchange(409, HEADERS, REFUSED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /passkey/challenge 409")
                .hasMessageContaining("the status is not documented");
    }

    @Test
    void undocumentedMethodMayOnlyFail() {
        assertThatThrownBy(() -> send("PUT", CHALLENGE, "{}", 200, HEADERS, GOOD))
                .hasMessageContaining("the method is not documented");
        assertThatThrownBy(() -> send("PUT", CHALLENGE, "{}", 405, HEADERS, REFUSED))
                .hasMessageContaining("the header Allow is missing");
    }

    @Test
    void wrongBodyIsNamedByPointer() {
        assertThatThrownBy(() -> exchange(200, HEADERS, GOOD.replace("\"timeout\":1", "\"timeout\":\"1\"")))
                .hasMessageContaining("/authn_params_public_key/timeout");
        assertThatThrownBy(() -> exchange(200, HEADERS, GOOD.replace("\"rpId\"", "\"allowCredentials\":null,\"rpId\"")))
                .hasMessageContaining("allowCredentials");
        assertThatThrownBy(() -> exchange(400, HEADERS, REFUSED.replace("_request", "_grant")))
                .hasMessageContaining("/error");
    }

    @Test
    void missingAndWrongHeadersAreNamed() {
        Map<String, List<String>> headers = new HashMap<>(HEADERS);
        headers.remove("vary");
        headers.put("cache-control", List.of("public"));

        assertThatThrownBy(() -> exchange(200, headers, GOOD))
                .hasMessageContaining("the header Vary is missing")
                .hasMessageContaining("header Cache-Control");
    }

    @Test
    void wrongRequestThatSucceedsIsNamed() {
        assertThatThrownBy(() -> send("POST", CHALLENGE, "{\"client_id\":1}", 200, HEADERS, GOOD))
                .hasMessageContaining("request /client_id");
    }

    private static void exchange(int status, Map<String, List<String>> headers, String body) throws Exception {
        send("POST", CHALLENGE, "{\"client_id\":\"web\"}", status, headers, body);
    }

    private static void send(
            String method, String path, String requestBody, int status, Map<String, List<String>> headers, String body)
            throws Exception {
        new DescribedTransport(request -> new Response(status, headers, Bytes.utf8(body)))
                .send(new Request(method, path, Map.of("content-type", "application/json"), Bytes.utf8(requestBody)));
    }
}
