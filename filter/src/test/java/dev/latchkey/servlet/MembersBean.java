package dev.latchkey.servlet;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.jspecify.annotations.NullUnmarked;

/** An enterprise bean for members. */
@Stateless
@NullUnmarked
public class MembersBean {
    @Resource
    private SessionContext context;

    @RolesAllowed("member")
    public String greet() {
        return "bean for " + context.getCallerPrincipal().getName() + " staff=" + context.isCallerInRole("staff");
    }
}
