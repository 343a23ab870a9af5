package dev.latchkey.sample.web;

import dev.latchkey.sample.members.EmailTakenException;
import dev.latchkey.sample.members.Members;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** {@code GET /signup} shows the form, {@code POST /signup} creates a member with a password. */
public final class SignUpPage extends Page {

    private static final String TAKEN = "There is already an account with this email address. Please sign in instead.";

    public SignUpPage() {
        super("signup");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Visit.member(request).isPresent()) {
            redirect(request, response, "/loans");
        } else {
            form(request, response, Map.of());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SignUpForm form = SignUpForm.of(request);
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            form(request, response, errors);
            return;
        }
        try {
            new Members(Database.of(getServletContext())).add(form.email(), form.fullName(), form.password());
            Visit.begin(request, Members.normalized(form.email()));
            redirect(request, response, "/loans");
        } catch (EmailTakenException e) {
            form(request, response, Map.of("email", TAKEN));
        } catch (SQLException e) {
            throw new ServletException("The member table cannot be written", e);
        }
    }

    private void form(HttpServletRequest request, HttpServletResponse response, Map<String, String> errors)
            throws ServletException, IOException {
        request.setAttribute("fullName", parameter(request, "fullName"));
        request.setAttribute("email", parameter(request, "email"));
        request.setAttribute("errors", errors);
        show(request, response);
    }
}
