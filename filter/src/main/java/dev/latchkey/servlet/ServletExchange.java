package dev.latchkey.servlet;

import dev.latchkey.http.Exchange;
import dev.latchkey.http.RequestBody;
import dev.latchkey.http.Visitor;
import jakarta.servlet.http.HttpServletRequest;
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
    private final String basePath;
    private final Visitor visitor;

    ServletExchange(HttpServletRequest request, String basePath, Visitor visitor) {
        this.request = request;
        this.basePath = basePath;
        this.visitor = visitor;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI().substring(basePath.length());
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
    public String basePath() {
        return basePath;
    }

    @Override
    public RequestBody body() {
        return new RequestBody(request.getContentLengthLong(), request::getInputStream);
    }

    @Override
    public boolean http1() {
        return request.getProtocol().startsWith("HTTP/1");
    }

    @Override
    public Visitor visitor() {
        return visitor;
    }
}
