package dev.latchkey.jaxrs;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Visitor;
import java.util.Optional;

/** What JAX-RS alone knows of who sent a request: nothing. */
enum UnknownVisitor implements Visitor {
    INSTANCE;

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public Optional<Caller> caller() {
        return Optional.empty();
    }

    @Override
    public void logIn(SignIn signIn) {
        throw new IllegalStateException(
                "latchkey.login.session = true needs the servlet filter in front of the JAX-RS application:"
                        + " map dev.latchkey.servlet.PasskeyFilter with the init-param application-path");
    }
}
