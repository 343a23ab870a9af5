package dev.latchkey.bench.load;

import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;

/** A server's way of signing up and in. Thread-safe. */
interface Target {

    /** Makes an account whose passkey the authenticator keeps. */
    void signUp(HttpConnection connection, SoftwareAuthenticator authenticator, String name) throws IOException;

    /**
     * A whole sign-in with a fresh challenge: two requests.
     *
     * @return the nanoseconds that both took, without the authenticator's
     */
    long signIn(HttpConnection connection, SoftwareAuthenticator authenticator) throws IOException;
}
