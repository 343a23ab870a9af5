package dev.latchkey.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.bench.load.HttpConnection.Response;
import dev.latchkey.json.Json;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;

/** A server's way of signing up and in. Thread-safe. */
interface Target {
    /** The page that the browser shows. */
    String ORIGIN = "http://localhost:3000";

    /** Makes an account whose passkey the authenticator keeps. */
    void signUp(HttpConnection connection, SoftwareAuthenticator authenticator, String name) throws IOException;

    /**
     * A whole sign-in with a fresh challenge: two requests.
     *
     * @return the nanoseconds that both took, without the authenticator's
     */
    long signIn(HttpConnection connection, SoftwareAuthenticator authenticator) throws IOException;

    static Response ok(Response response) throws IOException {
        if (response.status() / 100 != 2) {
            throw new IOException("status " + response.status() + ": " + response.body());
        }
        return response;
    }

    static JsonNode json(Response response) throws IOException {
        return Json.parseObject(ok(response).body())
                .orElseThrow(() -> new IOException("no JSON object: " + response.body()));
    }
}
