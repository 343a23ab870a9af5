package dev.latchkey.servlet;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that an annotation keeps for staff. */
@ServletSecurity(@HttpConstraint(rolesAllowed = "staff"))
public final class StaffServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("staff: " + FormPagesServlet.who(request));
    }
}
