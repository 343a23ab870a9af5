package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A request to the kit's endpoints, from the container to the core and back, or to the door behind this one. Thread-safe. */
final class Endpoints {
    private final Latchkey latchkey;
    private final SessionLogin login;
    private final SessionCallers callers;
    private final Optional<String> applicationPath;

    Endpoints(Latchkey latchkey, SessionLogin login, SessionCallers callers, Optional<String> applicationPath) {
        this.latchkey = latchkey;
        this.login = login;
        this.callers = callers;
        this.applicationPath = applicationPath;
    }

    /** Whether they are what a request is for. Allocates nothing. */
    boolean areFor(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int offset = request.getContextPath().length();
        if (applicationPath.isEmpty()) {
            return latchkey.serves(uri, offset);
        }
        String path = applicationPath.get();
        return uri.startsWith(path, offset) && latchkey.serves(uri, offset + path.length());
    }

    void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Visitor visitor = new ServletVisitor(request, response, login, callers);
        String basePath = request.getContextPath() + applicationPath.orElse("");
        ServletExchange exchange = new ServletExchange(request, basePath, visitor);
        Optional<Reply> reply =
                applicationPath.isEmpty() ? Optional.of(latchkey.handle(exchange)) : latchkey.admit(exchange);
        if (reply.isPresent()) {
            ReplyWriter.write(reply.get(), response);
        } else {
            request.setAttribute(Visitor.ATTRIBUTE, visitor);
            request.setAttribute(Latchkey.class.getName(), latchkey);
            chain.doFilter(EncodedBar.in(request), response);
        }
    }
}
