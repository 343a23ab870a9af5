package dev.latchkey.servlet;

import dev.latchkey.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Tells who is logged in, for an application whose own login neither the container nor a session attribute shows. Found as the
 * {@code ServletContext} attribute {@code dev.latchkey.servlet.CallerResolver}, else by {@link java.util.ServiceLoader}; more than one
 * fails the start. Called by many threads at once.
 */
@FunctionalInterface
public interface CallerResolver {

    /**
     * Who the application says is logged in, or empty. Must not create a session.
     *
     * @param request the request, as the filter got it
     * @param found what the kit found by itself: its own login, else the session attribute that the configuration names, else the
     *     container's principal
     */
    Optional<Caller> resolve(HttpServletRequest request, Optional<Caller> found);
}
