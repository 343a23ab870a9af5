package dev.latchkey.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The pages of an application that asks the container who is there. */
public final class FormPagesServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String page = request.getServletPath();
        response.setContentType("text/plain");
        switch (page) {
            case "/sign-in" -> response.getWriter().print("please sign in");
            case "/sign-in-failed" -> response.getWriter().print("wrong name or password");
            case "/session" -> response.getWriter().print(request.getSession().getId());
            case "/cart" -> {
                request.getSession().setAttribute("cart", "full");
                response.getWriter().print("cart=full");
            }
            case "/forget-user" -> request.getSession().removeAttribute("user");
            case "/logout" -> {
                request.logout();
                response.getWriter().print(who(request));
            }
            default -> response.getWriter().print(page + " for " + who(request));
        }
    }

    static String who(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return "nobody";
        }
        return request.getUserPrincipal().getName() + " by " + request.getAuthType() + " member="
                + request.isUserInRole("member") + " staff=" + request.isUserInRole("staff") + " cart="
                + request.getSession().getAttribute("cart");
    }
}
