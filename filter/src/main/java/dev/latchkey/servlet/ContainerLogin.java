package dev.latchkey.servlet;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.servlet.internal.FormPages;
import dev.latchkey.servlet.jetty.LoginTicket;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** How the container learns of a passkey login. Thread-safe. */
interface ContainerLogin extends AutoCloseable {
    /** The container learns nothing: the request's wrapper alone speaks. */
    ContainerLogin NONE = (request, response, principal) -> {};

    /**
     * Tells the container. The session holds the login already.
     *
     * @throws ServletException if the container refuses the person
     */
    void logIn(HttpServletRequest request, HttpServletResponse response, PasskeyPrincipal principal)
            throws IOException, ServletException;

    /** Whether the filter has to answer this request, because a login form sent it and the container took it. */
    default boolean leavesToFilter(HttpServletRequest request) {
        return false;
    }

    @Override
    default void close() {}

    /**
     * The way of this container.
     *
     * @throws ConfigurationException if it has none
     */
    static ContainerLogin of(ServletContext context, StoredLogin stored) {
        boolean jetty = context.getServerInfo().startsWith("jetty/");
        if (jetty && context.getAttribute(LoginTicket.SERVICE) == null) {
            throw fault("Jetty learns of a passkey login by Latchkey's login service only: install it by"
                    + " WEB-INF/jetty-web.xml, as docs/your-login.md shows");
        }
        FormPages pages = FormPages.of(context);
        try {
            return jetty ? new JettyLogin() : new JakartaAuthenticationLogin(context, pages, stored);
        } catch (LinkageError e) {
            throw fault("the container has no Jakarta Authentication 3.0 (" + e.getMessage() + "): switch it on there");
        }
    }

    private static ConfigurationException fault(String fault) {
        return new ConfigurationException(
                List.of("latchkey.login.container = true: " + fault + ", or set login.container = false"));
    }
}
