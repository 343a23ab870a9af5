package dev.latchkey.sample.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Refuses forms that do not come from the library's own pages: each carries the session's token. The pages find it in
 * the request attribute {@code csrf}.
 */
public final class CsrfFilter extends HttpFilter {

    private static final String TOKEN = "csrf";
    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST") && !isGenuine(request)) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN,
                    "This form is no longer valid. Please go back, reload the page and try again.");
            return;
        }
        request.setAttribute(TOKEN, token(request.getSession()));
        chain.doFilter(request, response);
    }

    private static boolean isGenuine(HttpServletRequest request) {
        String sent = request.getParameter(TOKEN);
        return sent != null && MessageDigest.isEqual(bytes(sent), bytes(token(request.getSession())));
    }

    private static String token(HttpSession session) {
        if (session.getAttribute(TOKEN) instanceof String token) {
            return token;
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        session.setAttribute(TOKEN, token);
        return token;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
