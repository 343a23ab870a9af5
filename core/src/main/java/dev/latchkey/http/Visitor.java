package dev.latchkey.http;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import java.util.Optional;

/**
 * Who sent a request, as far as the container knows: a part of a request that a door cannot show without knowing the container. Used by one
 * thread.
 */
public interface Visitor {
    /** The name of the request attribute by which the servlet filter hands one to the door behind it. */
    String ATTRIBUTE = Visitor.class.getName();

    /** The address at the other end of the connection, as text without a port, or empty where the door is not told. */
    Optional<String> address();

    /** Who the application's own session says is logged in, or empty; never creates a session. */
    Optional<Caller> caller();

    /**
     * Makes sure that there is a session to log in to, before anything is stored for a sign-in.
     *
     * @throws IllegalStateException if there is none, with the remedy; a door that knows sessions always has one
     */
    default void requireSession() {}

    /**
     * Logs the browser in to the application's session, before the reply is sent.
     *
     * @throws IllegalStateException if that fails
     */
    void logIn(SignIn signIn);
}
