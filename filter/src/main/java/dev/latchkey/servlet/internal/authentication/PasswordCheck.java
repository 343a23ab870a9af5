package dev.latchkey.servlet.internal.authentication;

import dev.latchkey.servlet.internal.FormLogin;
import dev.latchkey.servlet.internal.FreshSession;
import dev.latchkey.servlet.internal.PasswordLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import javax.security.auth.callback.UnsupportedCallbackException;

/** Lets the container's realm decide on what a login form brings. Thread-safe. */
final class PasswordCheck {
    private final SessionIdentity identities;
    private final Clock clock;

    PasswordCheck(SessionIdentity identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /** Whether name and password were right; then the person is logged in, under a new session id. */
    boolean accept(Caller caller, HttpServletRequest request) throws IOException, UnsupportedCallbackException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        String name = request.getParameter(FormLogin.NAME);
        String password = request.getParameter(FormLogin.PASSWORD);
        if (name == null || password == null || !caller.proves(name, password.toCharArray())) {
            return false;
        }
        endLoginOfAnother(name, request);
        FreshSession.of(request).setAttribute(PasswordLogin.ATTRIBUTE, new PasswordLogin(name, clock.instant()));
        caller.isByPassword(name);
        return true;
    }

    private void endLoginOfAnother(String name, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && isOfAnother(name, request)) {
            session.invalidate();
        }
    }

    private boolean isOfAnother(String name, HttpServletRequest request) {
        Principal known = request.getUserPrincipal();
        return (known != null && !known.getName().equals(name))
                || identities
                        .find(request)
                        .filter(identity -> !identity.principal().getName().equals(name))
                        .isPresent();
    }
}
