package dev.latchkey.servlet;

import dev.latchkey.servlet.internal.FormLogin;
import dev.latchkey.servlet.internal.FormPages;
import dev.latchkey.servlet.internal.authentication.ModuleRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** By a module of Jakarta Authentication, which finds the login in the session. Thread-safe. */
final class JakartaAuthenticationLogin implements ContainerLogin {
    private final ModuleRegistration registration;

    JakartaAuthenticationLogin(ServletContext context, FormPages pages, StoredLogin stored) {
        registration = ModuleRegistration.of(context, pages, stored, PasskeyFilter.AUTH_TYPE);
    }

    @Override
    public void logIn(HttpServletRequest request, HttpServletResponse response, PasskeyPrincipal principal)
            throws IOException, ServletException {
        if (!request.authenticate(response)) {
            throw new ServletException("the container refuses the caller");
        }
    }

    /** The module may not: the container keeps the login in the session only afterwards. */
    @Override
    public boolean leavesToFilter(HttpServletRequest request) {
        return FormLogin.sentBy(request) && request.getUserPrincipal() != null;
    }

    @Override
    public void close() {
        registration.close();
    }
}
