package dev.latchkey.sample.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that shows one page of {@code WEB-INF/pages}. */
abstract class Page extends HttpServlet {

    private static final int MAX_NEXT = 60;

    private final String jsp;

    Page(String name) {
        this.jsp = "/WEB-INF/pages/" + name + ".jsp";
    }

    void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute("signedIn", Visit.member(request).isPresent());
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(jsp).forward(request, response);
    }

    void redirect(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        response.sendRedirect(request.getContextPath() + path);
    }

    static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** Where to go after signing in: one of our own pages, whatever the parameter says. */
    static String next(HttpServletRequest request) {
        String next = parameter(request, "next");
        return next.length() <= MAX_NEXT && next.matches("/(account|loans)") ? next : "/loans";
    }
}
