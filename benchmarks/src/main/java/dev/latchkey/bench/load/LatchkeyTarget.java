package dev.latchkey.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.bench.load.HttpConnection.Response;
import dev.latchkey.json.Json;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.util.Map;

/**
 * Latchkey's contract.
 *
 * @param scope what tokens are asked for: {@code profile} for an access token, with {@code openid} an ID token too
 */
record LatchkeyTarget(String scope) implements Target {
    private static final String METHODS = "/me/v1/authentication-methods";

    @Override
    public void signUp(HttpConnection connection, SoftwareAuthenticator authenticator, String name) throws IOException {
        ObjectNode request = client();
        request.putObject("user_profile").put("email", name + "@example.com");
        JsonNode challenge = Target.json(connection.post("/passkey/register", ORIGIN, Json.write(request)));
        Target.ok(connection.post(
                "/oauth/token",
                ORIGIN,
                Json.write(exchange(challenge, authenticator.create(options(challenge), ORIGIN)))));
        connection.forgetCookies();
    }

    @Override
    public long signIn(HttpConnection connection, SoftwareAuthenticator authenticator) throws IOException {
        long start = System.nanoTime();
        Response asked = connection.post("/passkey/challenge", ORIGIN, Json.write(client()));
        long asking = System.nanoTime() - start;
        JsonNode challenge = Target.json(asked);
        byte[] answer = Json.write(exchange(challenge, authenticator.get(options(challenge), ORIGIN)));
        start = System.nanoTime();
        Response answered = connection.post("/oauth/token", ORIGIN, answer);
        long answering = System.nanoTime() - start;
        Target.ok(answered);
        connection.forgetCookies();
        return asking + answering;
    }

    /**
     * Signs in, and adds a passkey that an authenticator of its own keeps.
     *
     * @return the nanoseconds that the two requests of the enrollment took
     */
    long enroll(HttpConnection connection, SoftwareAuthenticator authenticator) throws IOException {
        JsonNode challenge = Target.json(connection.post("/passkey/challenge", ORIGIN, Json.write(client())));
        ObjectNode request = exchange(challenge, authenticator.get(options(challenge), ORIGIN));
        request.put("scope", "create:me:authentication_methods").put("audience", "https://localhost/me/");
        String token = Target.json(connection.post("/oauth/token", ORIGIN, Json.write(request)))
                .path("access_token")
                .textValue();
        connection.forgetCookies();
        Map<String, String> headers = Map.of("Origin", ORIGIN, "Authorization", "Bearer " + token);
        byte[] wish = Json.write(Json.object().put("type", "passkey"));
        long start = System.nanoTime();
        Response asked = connection.post(METHODS, headers, wish);
        long asking = System.nanoTime() - start;
        JsonNode enrollment = Target.json(asked);
        ObjectNode answer = Json.object()
                .put("auth_session", enrollment.path("auth_session").textValue());
        answer.set("authn_response", Population.newAuthenticator().create(options(enrollment), ORIGIN));
        byte[] whole = Json.write(answer);
        start = System.nanoTime();
        Response answered = connection.post(METHODS + "/passkey%7Cnew/verify", headers, whole);
        long answering = System.nanoTime() - start;
        Target.ok(answered);
        return asking + answering;
    }

    private ObjectNode exchange(JsonNode challenge, JsonNode answer) {
        ObjectNode request = client().put("grant_type", ContractClient.WEBAUTHN_GRANT)
                .put("scope", scope)
                .put("auth_session", challenge.path("auth_session").textValue());
        request.set("authn_response", answer);
        return request;
    }

    private static ObjectNode client() {
        return Json.object().put("client_id", "web");
    }

    private static JsonNode options(JsonNode challenge) {
        return challenge.path("authn_params_public_key");
    }
}
