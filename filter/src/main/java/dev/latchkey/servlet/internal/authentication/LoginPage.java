package dev.latchkey.servlet.internal.authentication;

import dev.latchkey.servlet.internal.FormPages;
import dev.latchkey.servlet.internal.SavedPage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the pages of the form login in place of the one that was asked for. Thread-safe. */
final class LoginPage {
    private final FormPages pages;

    LoginPage(FormPages pages) {
        this.pages = pages;
    }

    /** Asks a person to sign in; scripts get status 401. */
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (isForPerson(request)) {
            SavedPage.remember(request);
            show(pages.login(), request, response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** Says that name or password was wrong. */
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        show(pages.error(), request, response);
    }

    /** By the Fetch Metadata of today's browsers, else by what the caller says of itself. */
    private static boolean isForPerson(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate");
        }
        String accept = request.getHeader("Accept");
        return request.getHeader("X-Requested-With") == null
                && (accept == null || accept.contains("text/html") || !accept.contains("json"));
    }

    private static void show(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        RequestDispatcher dispatcher = request.getRequestDispatcher(page);
        if (dispatcher == null) {
            throw new ServletException("the application has no page " + page);
        }
        response.setHeader("Cache-Control", "no-store");
        dispatcher.forward(new Get(request), response);
    }

    /** A page is got, whatever was sent to the one in whose place it stands. */
    private static final class Get extends HttpServletRequestWrapper {
        Get(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
