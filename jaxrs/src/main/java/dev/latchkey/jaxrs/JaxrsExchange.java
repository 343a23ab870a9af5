package dev.latchkey.jaxrs;

import dev.latchkey.http.Exchange;
import dev.latchkey.http.RequestBody;
import dev.latchkey.http.Visitor;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A JAX-RS request as the handlers see it. Several lines of one header are one value, joined by commas (RFC 9110 §5.3). */
final class JaxrsExchange implements Exchange {
    private final ContainerRequestContext request;
    private final UriInfo info;
    private final Optional<URI> uri;
    private final String basePath;

    JaxrsExchange(ContainerRequestContext request) {
        this.request = request;
        this.info = request.getUriInfo();
        this.uri = uri(info);
        String base = info.getBaseUri().getRawPath();
        this.basePath = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Empty where the request names what is no URI, with a raw bar for example: RESTEasy and CXF serve that, too, and fail to tell it. */
    private static Optional<URI> uri(UriInfo info) {
        try {
            return Optional.of(info.getRequestUri());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return uri.map(URI::getRawPath)
                .map(path -> path.startsWith(basePath) ? path.substring(basePath.length()) : path)
                .orElseGet(() -> "/" + info.getPath(false).replaceFirst("^/", ""));
    }

    @Override
    public Optional<String> query() {
        return Optional.ofNullable(info.getRequestUri().getRawQuery());
    }

    @Override
    public Optional<String> header(String name) {
        List<String> lines = request.getHeaders().get(name);
        return lines == null || lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }

    @Override
    public String host() {
        String name = Optional.ofNullable(address().getHost()).orElse("");
        int port = address().getPort();
        return port < 0 || port == (secure() ? 443 : 80) ? name : name + ":" + port;
    }

    @Override
    public boolean secure() {
        return "https"
                .equals(Optional.ofNullable(address().getScheme()).orElse("").toLowerCase(Locale.ROOT));
    }

    private URI address() {
        return uri.orElseGet(info::getBaseUri);
    }

    @Override
    public String basePath() {
        return basePath;
    }

    @Override
    public RequestBody body() {
        return new RequestBody(request.getLength(), request::getEntityStream);
    }

    /** JAX-RS does not tell; later versions of HTTP drop a {@code Connection} header. */
    @Override
    public boolean http1() {
        return true;
    }

    @Override
    public Visitor visitor() {
        return request.getProperty(Visitor.ATTRIBUTE) instanceof Visitor visitor ? visitor : UnknownVisitor.INSTANCE;
    }
}
