package dev.latchkey.servlet;

import dev.latchkey.servlet.jetty.LoginTicket;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;

/** By Jetty's own login, for which the filter vouches. Thread-safe. */
final class JettyLogin implements ContainerLogin {

    @Override
    public void logIn(HttpServletRequest request, HttpServletResponse response, PasskeyPrincipal principal)
            throws ServletException {
        Principal known = request.getUserPrincipal();
        if (known instanceof PasskeyPrincipal) {
            request.logout(); // of the same person, perhaps with roles of yesterday
        } else if (known != null) {
            return; // the same person, by password
        }
        request.setAttribute(LoginTicket.ATTRIBUTE, new LoginTicket(principal, principal.roles()));
        try {
            request.login(principal.name(), "");
        } finally {
            request.removeAttribute(LoginTicket.ATTRIBUTE);
        }
    }
}
