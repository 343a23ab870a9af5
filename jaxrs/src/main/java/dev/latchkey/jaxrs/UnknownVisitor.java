package dev.latchkey.jaxrs;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Visitor;
import java.util.Optional;

/** What JAX-RS alone knows of who sent a request: nothing. */
enum UnknownVisitor implements Visitor {
    INSTANCE;

    private static final String REMEDY = "the servlet filter in front of the JAX-RS application: map"
            + " dev.latchkey.servlet.PasskeyFilter with the init-param application-path";

    static final String NO_SESSION = "latchkey.login.session = true needs " + REMEDY;

    static final String NO_ADDRESS =
            "latchkey.rate-limits.address limits nobody, for JAX-RS does not tell who connects. It needs " + REMEDY
                    + ". Or limit requests in front of the application, and set latchkey.rate-limits.address.requests = 0";

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public Optional<Caller> caller() {
        return Optional.empty();
    }

    @Override
    public void requireSession() {
        throw new IllegalStateException(NO_SESSION);
    }

    @Override
    public void logIn(SignIn signIn) {
        requireSession();
    }
}
