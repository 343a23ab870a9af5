package dev.latchkey.sample.web;

import dev.latchkey.sample.members.Member;
import dev.latchkey.sample.members.Members;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** {@code GET /signin} shows the form, {@code POST /signin} signs in with email address and password. */
public final class SignInPage extends Page {

    public SignInPage() {
        super("signin");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Visit.member(request).isPresent() && request.getParameter("again") == null) {
            redirect(request, response, next(request));
        } else {
            request.setAttribute("email", Visit.member(request).orElse(""));
            form(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String email = parameter(request, "email");
        Optional<Member> member = authenticate(email, request.getParameter("password"));
        if (member.isPresent()) {
            Visit.begin(request, member.get().email());
            redirect(request, response, next(request));
        } else {
            request.setAttribute("email", email);
            request.setAttribute("error", "Email address and password do not match. Please check both.");
            form(request, response);
        }
    }

    private Optional<Member> authenticate(String email, String password) throws ServletException {
        try {
            return password == null
                    ? Optional.empty()
                    : new Members(Database.of(getServletContext())).authenticate(email, password);
        } catch (SQLException e) {
            throw new ServletException("The member table cannot be read", e);
        }
    }

    private void form(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute("next", next(request));
        show(request, response);
    }
}
