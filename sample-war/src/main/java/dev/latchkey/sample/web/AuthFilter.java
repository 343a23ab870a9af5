package dev.latchkey.sample.web;

import dev.latchkey.sample.members.Member;
import dev.latchkey.sample.members.Members;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Guards the pages of members: whoever has no {@code member} in the session is sent to sign in. The pages find the
 * {@link Member} in the request attribute {@code member}.
 */
public final class AuthFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Member> member = member(request);
        if (member.isPresent()) {
            request.setAttribute("member", member.get());
            chain.doFilter(request, response);
        } else {
            Visit.end(request);
            response.sendRedirect(request.getContextPath() + "/signin?next=" + request.getServletPath());
        }
    }

    private Optional<Member> member(HttpServletRequest request) throws ServletException {
        Optional<String> email = Visit.member(request);
        if (email.isEmpty()) {
            return Optional.empty();
        }
        try {
            return new Members(Database.of(getServletContext())).find(email.get());
        } catch (SQLException e) {
            throw new ServletException("The member table cannot be read", e);
        }
    }
}
