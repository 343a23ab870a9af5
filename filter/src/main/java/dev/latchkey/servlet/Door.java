package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.config.SessionSettings;
import dev.latchkey.http.ServingDoors;
import dev.latchkey.servlet.internal.SavedPage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides by the path which requests are the kit's; the others pass on, and cost nothing more. Thread-safe. */
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Endpoints endpoints;
    private final SessionLogin login;
    private final boolean sessionLogin;
    private final ContainerLogin container;
    private final String name;

    private Door(Endpoints endpoints, SessionLogin login, boolean sessionLogin, ContainerLogin container, String name) {
        this.endpoints = endpoints;
        this.login = login;
        this.sessionLogin = sessionLogin;
        this.container = container;
        this.name = name;
    }

    /**
     * Puts together the door of a web application.
     *
     * @param name what the log calls it
     * @param applicationPath where another door behind this one serves the endpoints, or empty
     * @throws dev.latchkey.config.ConfigurationException if what the application plugs in does not fit
     */
    static Door of(String name, Latchkey latchkey, ServletContext context, Optional<String> applicationPath) {
        Extensions extensions = new Extensions(context);
        SessionSettings settings = latchkey.config().session();
        HostAttributes host = HostAttributes.of(settings);
        StoredLogin stored = new StoredLogin(host);
        List<LoginListener> listeners = new ArrayList<>(List.of(new LogoutReport(latchkey)));
        listeners.addAll(extensions.all(LoginListener.class));
        CallerResolver resolver = extensions.one(CallerResolver.class).orElse((request, found) -> found);
        ContainerLogin container = settings.container() ? ContainerLogin.of(context, stored) : ContainerLogin.NONE;
        SessionLogin login = new SessionLogin(stored, container, listeners);
        SessionCallers callers = new SessionCallers(login, host, resolver);
        Endpoints endpoints = new Endpoints(latchkey, login, callers, applicationPath);
        if (applicationPath.isEmpty()) {
            ServingDoors.opened(name).ifPresent(line -> LOG.warn(line));
        }
        return new Door(endpoints, login, settings.login(), container, name);
    }

    void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (endpoints.areFor(request)) {
            endpoints.serve(request, response, chain);
        } else if (container.leavesToFilter(request)) {
            response.sendRedirect(response.encodeRedirectURL(SavedPage.take(request)));
        } else if (sessionLogin && request.getRequestedSessionId() != null && !PasskeyRequest.wraps(request)) {
            chain.doFilter(new PasskeyRequest(request, login), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Takes back what the container was given. */
    @Override
    public void close() {
        ServingDoors.closed(name);
        container.close();
    }
}
