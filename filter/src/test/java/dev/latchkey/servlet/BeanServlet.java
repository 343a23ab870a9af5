package dev.latchkey.servlet;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;

/** A page that everybody may see, and that asks a bean for members. Only on servers that have enterprise beans. */
@WebServlet("/bean")
@NullUnmarked
public final class BeanServlet extends HttpServlet {
    @EJB
    private MembersBean members;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            response.getWriter().print(members.greet());
        } catch (EJBAccessException e) {
            response.getWriter().print("not for " + FormPagesServlet.who(request));
        }
    }
}
