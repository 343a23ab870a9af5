package dev.latchkey.servlet;

import dev.latchkey.ceremony.SignIn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/**
 * The kit's login in the container's session: one attribute of its own, and those of the application beside it. Every request given here
 * is the container's own, not {@link PasskeyRequest}. Thread-safe.
 */
final class SessionLogin {
    static final String ATTRIBUTE = PasskeyPrincipal.class.getName();

    private final HostAttributes host;
    private final List<LoginListener> listeners;

    SessionLogin(HostAttributes host, List<LoginListener> listeners) {
        this.host = host;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Logs the browser in, under a session id that nobody knew before. What an anonymous visitor left in the session stays; what another
     * person left is gone.
     */
    void logIn(HttpServletRequest request, SignIn signIn) throws ServletException {
        PasskeyPrincipal principal = PasskeyPrincipal.of(signIn);
        endLoginOfAnother(request, principal);
        HttpSession session = sessionWithFreshId(request);
        session.setAttribute(ATTRIBUTE, principal);
        host.write(session, principal.name(), principal.authenticatedAt());
        try {
            listeners.forEach(listener -> listener.loggedIn(request, principal));
        } catch (RuntimeException e) {
            clear(session);
            throw e;
        }
    }

    /**
     * Who is logged in by a passkey, or empty; never creates a session. The login is void once the application or the container holds
     * nobody or somebody else for logged in.
     */
    Optional<PasskeyPrincipal> current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return stored(session)
                    .filter(principal -> host.agree(session, principal.name()))
                    .filter(principal -> containerAgrees(request, principal));
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
        Optional<PasskeyPrincipal> ended = session == null ? Optional.empty() : stored(session);
        if (session != null && ended.isPresent()) {
            clear(session);
            listeners.forEach(listener -> listener.loggedOut(request, ended.get()));
        }
        return ended.isPresent();
    }

    /** The login in the session, void or not. */
    static Optional<PasskeyPrincipal> stored(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof PasskeyPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
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
        return stored(session)
                        .filter(other -> !other.account().equals(principal.account()))
                        .isPresent()
                || host.name(session)
                        .filter(other -> !other.equals(principal.name()))
                        .isPresent();
    }

    private static HttpSession sessionWithFreshId(HttpServletRequest request) {
        HttpSession session = request.getSession();
        // A container may give a new session the id that the browser sent, if another of its applications uses that id.
        if (!session.isNew() || session.getId().equals(request.getRequestedSessionId())) {
            request.changeSessionId();
        }
        return request.getSession();
    }

    private static boolean containerAgrees(HttpServletRequest request, PasskeyPrincipal principal) {
        Principal known = request.getUserPrincipal();
        return known == null || principal.name().equals(known.getName());
    }

    private void clear(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
        host.remove(session);
    }
}
