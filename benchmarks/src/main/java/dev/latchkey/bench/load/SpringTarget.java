package dev.latchkey.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.bench.load.HttpConnection.Response;
import dev.latchkey.json.Json;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Spring Security's endpoints. Its CSRF protection for JavaScript applications compares a cookie with a header; the browser has the cookie
 * from the page, which is not measured here.
 */
record SpringTarget() implements Target {
    private static final String CSRF = "5b1f0f0e-0d4e-4a52-9f7e-2f5a3c1d7e90";
    private static final Map<String, String> HEADERS = Map.of("Origin", ORIGIN, "X-XSRF-TOKEN", CSRF);

    /** Registers a passkey for somebody whom the server has made at start, and who says who it is by password. */
    @Override
    public void signUp(HttpConnection connection, SoftwareAuthenticator authenticator, String name) throws IOException {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((name + ":bench").getBytes(StandardCharsets.UTF_8)));
        connection.cookie("XSRF-TOKEN", CSRF);
        JsonNode options = Target.json(connection.post("/webauthn/register/options", headers, new byte[0]));
        ObjectNode request = Json.object();
        request.putObject("publicKey").put("label", "bench").set("credential", authenticator.create(options, ORIGIN));
        Target.json(connection.post("/webauthn/register", headers, Json.write(request)));
        connection.forgetCookies();
    }

    @Override
    public long signIn(HttpConnection connection, SoftwareAuthenticator authenticator) throws IOException {
        connection.cookie("XSRF-TOKEN", CSRF);
        long start = System.nanoTime();
        Response asked = connection.post("/webauthn/authenticate/options", HEADERS, new byte[0]);
        long asking = System.nanoTime() - start;
        byte[] answer = Json.write(authenticator.get(Target.json(asked), ORIGIN));
        start = System.nanoTime();
        Response answered = connection.post("/login/webauthn", HEADERS, answer);
        long answering = System.nanoTime() - start;
        if (!Target.json(answered).path("authenticated").booleanValue()) {
            throw new IOException("not signed in: " + answered.body());
        }
        connection.forgetCookies();
        return asking + answering;
    }
}
