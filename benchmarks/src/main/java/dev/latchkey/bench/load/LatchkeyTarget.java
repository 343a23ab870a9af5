package dev.latchkey.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.bench.load.HttpConnection.Response;
import dev.latchkey.json.Json;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;

/**
 * Latchkey's contract.
 *
 * @param scope what tokens are asked for: {@code profile} for an access token, with {@code openid} an ID token too
 */
record LatchkeyTarget(String scope) implements Target {
    private static final String ORIGIN = "http://localhost:3000";

    @Override
    public void signUp(HttpConnection connection, SoftwareAuthenticator authenticator, String name) throws IOException {
        ObjectNode request = Json.object().put("client_id", "web");
        request.putObject("user_profile").put("email", name + "@example.com");
        JsonNode challenge = ok(connection.post("/passkey/register", ORIGIN, Json.write(request)));
        ok(connection.post(
                "/oauth/token", ORIGIN, exchange(challenge, authenticator.create(options(challenge), ORIGIN))));
        connection.forgetCookies();
    }

    @Override
    public long signIn(HttpConnection connection, SoftwareAuthenticator authenticator) throws IOException {
        long start = System.nanoTime();
        Response asked = connection.post(
                "/passkey/challenge", ORIGIN, Json.write(Json.object().put("client_id", "web")));
        long asking = System.nanoTime() - start;
        JsonNode challenge = ok(asked);
        byte[] answer = exchange(challenge, authenticator.get(options(challenge), ORIGIN));
        start = System.nanoTime();
        Response answered = connection.post("/oauth/token", ORIGIN, answer);
        long answering = System.nanoTime() - start;
        ok(answered);
        connection.forgetCookies();
        return asking + answering;
    }

    private byte[] exchange(JsonNode challenge, JsonNode answer) {
        ObjectNode request = Json.object()
                .put("client_id", "web")
                .put("grant_type", ContractClient.WEBAUTHN_GRANT)
                .put("scope", scope)
                .put("auth_session", challenge.path("auth_session").textValue());
        return Json.write(request.set("authn_response", answer));
    }

    private static JsonNode options(JsonNode challenge) {
        return challenge.path("authn_params_public_key");
    }

    private static JsonNode ok(Response response) throws IOException {
        if (response.status() != 200) {
            throw new IOException("status " + response.status() + ": " + response.body());
        }
        return Json.parseObject(response.body()).orElseThrow();
    }
}
