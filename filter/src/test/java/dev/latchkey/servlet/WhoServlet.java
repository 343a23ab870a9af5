package dev.latchkey.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** An application that says who is there, with a password login of its own. */
public final class WhoServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain");
        response.getWriter().print(page(request));
    }

    private static String page(HttpServletRequest request) throws ServletException {
        HttpSession session = request.getSession(false);
        return switch (request.getServletPath()) {
            case "/visit" -> request.getSession().getId();
            case "/session" -> session == null ? "none" : session.getId();
            case "/attributes" ->
                session == null
                        ? "none"
                        : "user=" + session.getAttribute("user") + " since=" + session.getAttribute("since");
            case "/password-login" -> passwordLogin(request);
            case "/logout" -> logout(request);
            default -> who(request);
        };
    }

    private static String passwordLogin(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setAttribute("user", request.getParameter("name"));
        Optional.ofNullable(request.getParameter("since"))
                .ifPresent(since -> session.setAttribute("since", Instant.parse(since)));
        return session.getId();
    }

    private static String logout(HttpServletRequest request) throws ServletException {
        request.logout();
        return who(request);
    }

    private static String who(HttpServletRequest request) {
        return request.getRemoteUser() == null ? "nobody" : request.getRemoteUser() + " by " + request.getAuthType();
    }
}
