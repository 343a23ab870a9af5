package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Makes an event of each logout. Thread-safe. */
final class LogoutReport implements LoginListener {
    private final Latchkey latchkey;

    LogoutReport(Latchkey latchkey) {
        this.latchkey = latchkey;
    }

    /** The login is an event of the ceremony's. */
    @Override
    public void loggedIn(HttpServletRequest request, PasskeyPrincipal principal) {}

    @Override
    public void loggedOut(HttpServletRequest request, PasskeyPrincipal principal) {
        latchkey.signedOut(new ServletExchange(request, "", new Leaving(request)), principal.account());
    }

    /** Who leaves, and so is nobody any more. */
    private record Leaving(HttpServletRequest request) implements Visitor {

        @Override
        public Optional<String> address() {
            return Optional.ofNullable(request.getRemoteAddr());
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }

        @Override
        public void logIn(SignIn signIn) {
            throw new IllegalStateException("a logout logs nobody in");
        }
    }
}
