package dev.latchkey.servlet;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.servlet.internal.FormPages;
import dev.latchkey.servlet.jetty.LoginTicket;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the container learns of a passkey login. Thread-safe. */
interface ContainerLogin extends AutoCloseable {
    Logger LOG = LoggerFactory.getLogger(ContainerLogin.class);

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
     * The way of this container, or {@link #NONE} and a line in the log where it has none: its constraints then ask for its own login, as
     * they did without the kit.
     *
     * @throws ConfigurationException if the application has what cannot stand beside it
     */
    static ContainerLogin of(ServletContext context, StoredLogin stored) {
        FormPages pages = FormPages.of(context);
        boolean jetty = isJetty(context);
        if (jetty && context.getAttribute(LoginTicket.SERVICE) == null) {
            return off("Jetty learns of a passkey login by Latchkey's login service only. Install it by"
                    + " WEB-INF/jetty-web.xml, as docs/your-login.md shows");
        }
        try {
            return jetty ? new JettyLogin() : new JakartaAuthenticationLogin(context, pages, stored);
        } catch (ConfigurationException e) {
            throw e;
        } catch (Throwable e) {
            return off("the container has no Jakarta Authentication 3.0 (" + e + "). Switch it on there");
        }
    }

    /** Whether the container is Jetty, which asks a login service of the kit's and not Jakarta Authentication. */
    static boolean isJetty(ServletContext context) {
        return context.getServerInfo().startsWith("jetty/");
    }

    private static ContainerLogin off(String reasonAndRemedy) {
        LOG.warn(
                "latchkey.login.container = true is off: {}, or set login.container = false. Until then security constraints"
                        + " do not know who signed in with a passkey; code behind the filter does",
                reasonAndRemedy);
        return NONE;
    }
}
