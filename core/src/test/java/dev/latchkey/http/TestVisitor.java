package dev.latchkey.http;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import java.util.Optional;

/** A visitor without a session to log in to. */
record TestVisitor(Optional<String> address, Optional<Caller> caller) implements Visitor {
    static final TestVisitor NOBODY = new TestVisitor(Optional.empty(), Optional.empty());

    @Override
    public void logIn(SignIn signIn) {
        throw new IllegalStateException("no session");
    }
}
