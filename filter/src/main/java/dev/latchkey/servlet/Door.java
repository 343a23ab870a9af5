package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.config.SessionSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Decides by the path which requests are the kit's; the others pass on, and cost nothing more. Thread-safe. */
final class Door {
    private final Endpoints endpoints;
    private final SessionLogin login;
    private final boolean sessionLogin;

    private Door(Endpoints endpoints, SessionLogin login, boolean sessionLogin) {
        this.endpoints = endpoints;
        this.login = login;
        this.sessionLogin = sessionLogin;
    }

    /**
     * Puts together the door of a web application.
     *
     * @param applicationPath where another door behind this one serves the endpoints, or empty
     * @throws dev.latchkey.config.ConfigurationException if what the application plugs in does not fit
     */
    static Door of(Latchkey latchkey, ServletContext context, Optional<String> applicationPath) {
        Extensions extensions = new Extensions(context);
        SessionSettings settings = latchkey.config().session();
        HostAttributes host = HostAttributes.of(settings);
        SessionLogin login = new SessionLogin(host, extensions.all(LoginListener.class));
        CallerResolver resolver = extensions.one(CallerResolver.class).orElse((request, found) -> found);
        SessionCallers callers = new SessionCallers(login, host, resolver);
        return new Door(new Endpoints(latchkey, login, callers, applicationPath), login, settings.login());
    }

    void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (endpoints.areFor(request)) {
            endpoints.serve(request, response, chain);
        } else if (sessionLogin && request.getRequestedSessionId() != null && !PasskeyRequest.wraps(request)) {
            chain.doFilter(new PasskeyRequest(request, login), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
