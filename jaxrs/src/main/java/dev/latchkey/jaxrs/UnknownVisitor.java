package dev.latchkey.jaxrs;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Visitor;
import java.util.Optional;

/** What JAX-RS alone knows of who sent a request: nothing. */
enum UnknownVisitor implements Visitor {
    INSTANCE;

    static final String NO_SESSION = "latchkey.login.session = true needs the servlet filter in front of the JAX-RS"
            + " application: map dev.latchkey.servlet.PasskeyFilter with the init-param application-path";

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
