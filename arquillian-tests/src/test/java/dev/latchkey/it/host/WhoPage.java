package dev.latchkey.it.host;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who the container takes the caller for. */
@WebServlet({"/members/who", "/sign-in"})
public class WhoPage extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter()
                .write(request.getUserPrincipal() == null ? "please sign in" : "a member: " + request.getRemoteUser());
    }
}
