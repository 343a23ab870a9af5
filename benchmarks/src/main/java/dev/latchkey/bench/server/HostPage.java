package dev.latchkey.bench.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page of the host that somebody has to see before signing in. It has a session, as a JSP has unless it says otherwise. */
final class HostPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession();
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("<!doctype html><title>Sign in</title>");
    }
}
