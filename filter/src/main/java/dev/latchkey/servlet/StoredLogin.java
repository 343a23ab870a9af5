package dev.latchkey.servlet;

import dev.latchkey.servlet.internal.PasswordLogin;
import dev.latchkey.servlet.internal.authentication.SessionIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;

/** The kit's login in a session: one attribute of its own, and those of the application beside it. Thread-safe. */
record StoredLogin(HostAttributes host) implements SessionIdentity {
    static final String ATTRIBUTE = PasskeyPrincipal.class.getName();

    /** The login in the session, void or not. */
    static Optional<PasskeyPrincipal> in(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof PasskeyPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }

    /** The login in the request's session, unless the application holds nobody or somebody else for logged in. */
    Optional<PasskeyPrincipal> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return in(session).filter(principal -> host.agree(session, principal.name()));
        } catch (IllegalStateException invalidatedMeanwhile) {
            return Optional.empty();
        }
    }

    void put(HttpSession session, PasskeyPrincipal principal) {
        session.setAttribute(ATTRIBUTE, principal);
        host.write(session, principal.name(), principal.authenticatedAt());
    }

    void clear(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
        host.remove(session);
    }

    @Override
    public Optional<Identity> find(HttpServletRequest request) {
        return of(request).map(principal -> new Identity(principal, principal.roles()));
    }

    @Override
    public boolean gave(Principal principal) {
        return principal instanceof PasskeyPrincipal;
    }

    @Override
    public void clear(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PasswordLogin.ATTRIBUTE);
            in(session).ifPresent(ended -> clear(session));
        }
    }
}
