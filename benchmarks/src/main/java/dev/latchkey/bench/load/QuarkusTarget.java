package dev.latchkey.bench.load;

import dev.latchkey.bench.load.HttpConnection.Response;
import dev.latchkey.json.Json;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;

/** The endpoints of Quarkus's WebAuthn extension, which keep the challenge and who is logged in in cookies. */
record QuarkusTarget() implements Target {
    private static final String ROOT = "/q/webauthn/";

    @Override
    public void signUp(HttpConnection connection, SoftwareAuthenticator authenticator, String name) throws IOException {
        String query = "?username=" + name;
        Response asked = connection.get(ROOT + "register-options-challenge" + query + "&displayName=" + name, ORIGIN);
        byte[] answer = Json.write(authenticator.create(Target.json(asked), ORIGIN));
        Target.ok(connection.post(ROOT + "register" + query, ORIGIN, answer));
        connection.forgetCookies();
    }

    @Override
    public long signIn(HttpConnection connection, SoftwareAuthenticator authenticator) throws IOException {
        long start = System.nanoTime();
        Response asked = connection.get(ROOT + "login-options-challenge", ORIGIN);
        long asking = System.nanoTime() - start;
        byte[] answer = Json.write(authenticator.get(Target.json(asked), ORIGIN));
        start = System.nanoTime();
        Response answered = connection.post(ROOT + "login", ORIGIN, answer);
        long answering = System.nanoTime() - start;
        Target.ok(answered);
        connection.forgetCookies();
        return asking + answering;
    }
}
