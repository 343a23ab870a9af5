package dev.latchkey.servlet;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Does what an application's own login does besides naming the person: puts its user object in the session, counts the visit. Found as
 * the {@code ServletContext} attribute {@code dev.latchkey.servlet.LoginListener} and by {@link java.util.ServiceLoader}; all are called,
 * the attribute's first. Called by many threads at once.
 */
@FunctionalInterface
public interface LoginListener {

    /**
     * A passkey logged the browser in. The request's session already has its new id and the login; the reply is not yet sent.
     *
     * <p>An exception undoes the login, and the client gets status 500.
     */
    void loggedIn(HttpServletRequest request, PasskeyPrincipal principal);

    /** {@link HttpServletRequest#logout()} has ended the login. A session that is invalidated or expires is not reported. */
    default void loggedOut(HttpServletRequest request, PasskeyPrincipal principal) {}
}
