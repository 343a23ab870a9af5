package dev.latchkey.servlet.jetty;

import java.security.Principal;
import java.util.Set;

/**
 * Leave to log one person in within one request: the filter puts it into the request, and Jetty's login service looks there, so that no
 * client can bring one.
 *
 * @param principal who
 * @param roles the application's roles
 */
public record LoginTicket(Principal principal, Set<String> roles) {
    /** The request's attribute. */
    public static final String ATTRIBUTE = LoginTicket.class.getName();

    /** The {@code ServletContext} attribute that says that there is a {@link PasskeyLoginService}. */
    public static final String SERVICE = "dev.latchkey.servlet.jetty.PasskeyLoginService";

    public LoginTicket {
        roles = Set.copyOf(roles);
    }
}
