package dev.latchkey.servlet;

import dev.latchkey.account.Caller;
import dev.latchkey.http.BodyTooLargeException;
import dev.latchkey.http.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;

/**
 * A servlet request as the handlers see it.
 *
 * <p>Several lines of one header are one value, joined by commas (RFC 9110 §5.3): a second {@code Origin}, {@code Authorization} or
 * {@code Content-Type} cannot hide behind the first, for the joined value is none that is allowed.
 */
final class ServletExchange implements Exchange {
    private final HttpServletRequest request;
    private final SessionCallers callers;

    ServletExchange(HttpServletRequest request, SessionCallers callers) {
        this.request = request;
        this.callers = callers;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI().substring(contextPath().length());
    }

    @Override
    public Optional<String> query() {
        return Optional.ofNullable(request.getQueryString());
    }

    @Override
    public Optional<String> header(String name) {
        Enumeration<String> lines = request.getHeaders(name);
        return lines == null || !lines.hasMoreElements()
                ? Optional.empty()
                : Optional.of(String.join(", ", Collections.list(lines)));
    }

    /** The container's answer, so that forwarded headers count exactly where the container was told to trust them. */
    @Override
    public String host() {
        String name = request.getServerName();
        int port = request.getServerPort();
        return port == (secure() ? 443 : 80) ? name : name + ":" + port;
    }

    @Override
    public boolean secure() {
        return request.isSecure();
    }

    @Override
    public String contextPath() {
        return request.getContextPath();
    }

    /** From the stream alone: parameters and readers decode by whatever character encoding a filter before this one has set. */
    @Override
    public byte[] body(int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLargeException(limit);
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        return body;
    }

    @Override
    public Optional<Caller> caller() {
        return callers.caller(request);
    }
}
