package dev.latchkey.servlet;

import dev.latchkey.ceremony.SignIn;
import dev.latchkey.servlet.internal.FreshSession;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/**
 * The kit's login in the container's session, and, where it is on, in the container. Every request given here
 * is the container's own, not {@link PasskeyRequest}. Thread-safe.
 */
final class SessionLogin {
    private final HostAttributes host;
    private final StoredLogin stored;
    private final ContainerLogin container;
    private final List<LoginListener> listeners;

    SessionLogin(StoredLogin stored, ContainerLogin container, List<LoginListener> listeners) {
        this.host = stored.host();
        this.stored = stored;
        this.container = container;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Logs the browser in, under a session id that nobody knew before. What an anonymous visitor left in the session stays; what another
     * person left is gone.
     */
    void logIn(HttpServletRequest request, HttpServletResponse response, SignIn signIn)
            throws IOException, ServletException {
        PasskeyPrincipal principal = PasskeyPrincipal.of(signIn);
        endLoginOfAnother(request, principal);
        HttpSession session = FreshSession.of(request);
        stored.put(session, principal);
        try {
            container.logIn(request, response, principal);
            listeners.forEach(listener -> listener.loggedIn(request, principal));
        } catch (IOException | ServletException | RuntimeException e) {
            undo(request, session);
            throw e;
        }
    }

    /**
     * Who is logged in by a passkey, or empty; never creates a session. The login is void once the application or the container holds
     * nobody or somebody else for logged in.
     */
    Optional<PasskeyPrincipal> current(HttpServletRequest request) {
        try {
            return stored.of(request).filter(principal -> containerAgrees(request, principal));
        } catch (IllegalStateException invalidatedMeanwhile) {
            return Optional.empty();
        }
    }

    /**
     * Ends the login, also one that is void; without one, leaves the session as it is.
     *
     * @return whether there was one
     */
    boolean logOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<PasskeyPrincipal> ended = session == null ? Optional.empty() : StoredLogin.in(session);
        stored.clear(request);
        if (ended.isPresent()) {
            listeners.forEach(listener -> listener.loggedOut(request, ended.get()));
        }
        return ended.isPresent();
    }

    private void endLoginOfAnother(HttpServletRequest request, PasskeyPrincipal principal) throws ServletException {
        HttpSession session = request.getSession(false);
        boolean another = session != null && isOfAnother(session, principal);
        if (!containerAgrees(request, principal)) {
            request.logout();
            another = true;
        }
        HttpSession left = request.getSession(false);
        if (another && left != null) {
            left.invalidate();
        }
    }

    private boolean isOfAnother(HttpSession session, PasskeyPrincipal principal) {
        return StoredLogin.in(session)
                        .filter(other -> !other.account().equals(principal.account()))
                        .isPresent()
                || host.name(session)
                        .filter(other -> !other.equals(principal.name()))
                        .isPresent();
    }

    private static boolean containerAgrees(HttpServletRequest request, PasskeyPrincipal principal) {
        Principal known = request.getUserPrincipal();
        return known == null || principal.name().equals(known.getName());
    }

    private void undo(HttpServletRequest request, HttpSession session) throws ServletException {
        stored.clear(session);
        if (container != ContainerLogin.NONE && request.getUserPrincipal() != null) {
            request.logout();
        }
    }
}
