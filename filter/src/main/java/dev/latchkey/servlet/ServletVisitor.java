package dev.latchkey.servlet;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Visitor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Who sent a servlet request, and the session to log in to. */
final class ServletVisitor implements Visitor {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final SessionLogin login;
    private final SessionCallers callers;

    ServletVisitor(
            HttpServletRequest request, HttpServletResponse response, SessionLogin login, SessionCallers callers) {
        this.request = request;
        this.response = response;
        this.login = login;
        this.callers = callers;
    }

    @Override
    public Optional<String> address() {
        return Optional.ofNullable(request.getRemoteAddr());
    }

    @Override
    public Optional<Caller> caller() {
        return callers.caller(request);
    }

    @Override
    public void logIn(SignIn signIn) {
        try {
            login.logIn(request, response, signIn);
        } catch (RuntimeException | IOException | ServletException e) {
            throw new IllegalStateException("the session login failed", e);
        }
    }
}
