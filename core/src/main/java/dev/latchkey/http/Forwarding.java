package dev.latchkey.http;

import dev.latchkey.config.AddressRange;
import dev.latchkey.config.ProxySettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which address a client used: by the headers of a listed proxy, else by the connection. What such a proxy says has to be whole and
 * unambiguous, or the request is refused. Thread-safe.
 */
final class Forwarding {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    private final List<AddressRange> trusted;
    private final ProxySettings.Headers headers;
    private final AtomicBoolean warned = new AtomicBoolean();

    Forwarding(ProxySettings proxies) {
        trusted = proxies.trusted().stream()
                .flatMap(text -> AddressRange.of(text).stream())
                .toList();
        headers = proxies.headers();
    }

    /**
     * The address that the client used.
     *
     * @throws ApiException if a listed proxy's headers are malformed or contradict each other
     */
    PublicAddress of(Exchange exchange) {
        PublicAddress direct = PublicAddress.of(exchange);
        if (trusted.isEmpty() || !fromTrusted(exchange)) {
            return direct;
        }
        return switch (headers) {
            case X_FORWARDED -> new XForwarded(exchange, this::isTrusted).apply(direct);
            case FORWARDED -> new ForwardedHeader(exchange, this::isTrusted).apply(direct);
        };
    }

    /**
     * Where the client connects from, as text without a port: what the outermost listed proxy says, if that is an address, else the other
     * end of the connection; empty where the door is not told.
     */
    Optional<String> client(Exchange exchange) {
        Optional<String> peer = exchange.visitor().address();
        if (trusted.isEmpty() || peer.filter(this::isTrusted).isEmpty()) {
            return peer;
        }
        try {
            Optional<String> forwarded =
                    switch (headers) {
                        case X_FORWARDED -> new XForwarded(exchange, this::isTrusted).client();
                        case FORWARDED -> new ForwardedHeader(exchange, this::isTrusted).client();
                    };
            return forwarded.or(() -> peer);
        } catch (ApiException malformed) {
            return peer;
        }
    }

    /** The host that the client used; that of the connection where a proxy's headers are malformed. */
    String host(Exchange exchange) {
        try {
            return of(exchange).host();
        } catch (ApiException malformed) {
            return exchange.host();
        }
    }

    private boolean fromTrusted(Exchange exchange) {
        if (exchange.visitor().address().isEmpty() && warned.compareAndSet(false, true)) {
            LOG.warn("latchkey.proxies.trusted has no effect: this door is not told who connects;"
                    + " put the servlet filter in front of it");
        }
        return exchange.visitor().address().filter(this::isTrusted).isPresent();
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** A forwarded host: a name and perhaps a port, which is left out where it is the scheme's own. */
    static String host(String host, boolean secure, String header) {
        if (!host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[1-9][0-9]{0,4})?")) {
            throw malformed(header);
        }
        String ownPort = secure ? ":443" : ":80";
        return host.endsWith(ownPort) ? host.substring(0, host.length() - ownPort.length()) : host;
    }

    /** A forwarded scheme. */
    static boolean secure(String scheme, String header) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> false;
            default -> throw malformed(header);
        };
    }

    static ApiException malformed(String header) {
        return ApiException.of(ErrorKind.INVALID_REQUEST, "The proxy's header " + header + " is malformed.");
    }
}
