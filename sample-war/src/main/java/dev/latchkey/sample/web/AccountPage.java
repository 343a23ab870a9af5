package dev.latchkey.sample.web;

import dev.latchkey.sample.members.Member;
import dev.latchkey.sample.members.Members;
import dev.latchkey.sample.members.StoredPassword;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** {@code GET /account} shows the member's details, {@code POST /account} sets the password. */
public final class AccountPage extends Page {

    public AccountPage() {
        super("account");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("errors", Map.of());
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Member member = (Member) request.getAttribute("member");
        if (!member.hasPassword() && !Visit.isRecent(request)) {
            redirect(request, response, "/signin?again&next=/account");
            return;
        }
        Map<String, String> errors = errors(member, request);
        if (!errors.isEmpty()) {
            request.setAttribute("errors", errors);
            show(request, response);
            return;
        }
        try {
            new Members(Database.of(getServletContext())).setPassword(member, request.getParameter("newPassword"));
        } catch (SQLException e) {
            throw new ServletException("The member table cannot be written", e);
        }
        redirect(request, response, "/account?saved");
    }

    private static Map<String, String> errors(Member member, HttpServletRequest request) {
        String current = request.getParameter("password");
        String chosen = request.getParameter("newPassword");
        boolean proven = member.password()
                .map((StoredPassword password) -> current != null && password.matches(current))
                .orElse(true);
        if (!proven) {
            return Map.of("password", "This is not your current password.");
        }
        return chosen != null && SignUpForm.isAcceptable(chosen)
                ? Map.of()
                : Map.of("newPassword", SignUpForm.passwordRule());
    }
}
