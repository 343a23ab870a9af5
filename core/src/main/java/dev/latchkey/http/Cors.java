package dev.latchkey.http;

import dev.latchkey.config.Client;
import dev.latchkey.config.LatchkeyConfig;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The CORS protocol (Fetch Standard §3.2) for exact, configured origins. Thread-safe. */
final class Cors {
    private static final String EXPOSED_HEADERS = "Location,DPoP-Nonce,WWW-Authenticate,Retry-After,"
            + "x-ratelimit-limit,x-ratelimit-remaining,x-ratelimit-reset";

    private final Set<String> origins = new LinkedHashSet<>();
    private final Set<String> sessionOrigins = new LinkedHashSet<>();
    private final long maxAgeSeconds;

    Cors(LatchkeyConfig config) {
        for (Client client : config.clients().values()) {
            origins.addAll(client.allowedOrigins());
            if (client.sessionLogin()) {
                sessionOrigins.addAll(client.allowedOrigins());
            }
        }
        maxAgeSeconds = config.endpoints().corsMaxAge().toSeconds();
    }

    /** Whether some client lists the origin. */
    boolean allows(String origin) {
        return origins.contains(origin);
    }

    static boolean isPreflight(Exchange exchange) {
        return exchange.method().equals("OPTIONS")
                && exchange.header("Access-Control-Request-Method").isPresent();
    }

    /** A preflight names no client, and so is answered for the origins of all of them. */
    Reply preflight(Endpoint endpoint) {
        return Replies.empty(204)
                .with("Access-Control-Allow-Methods", String.join(",", endpoint.methods()))
                .with("Access-Control-Allow-Headers", endpoint.requestHeaders())
                .with("Access-Control-Max-Age", String.valueOf(maxAgeSeconds));
    }

    private static String exposed(Reply reply) {
        return reply.headers().containsKey(Refusals.SIGNAL_HEADER)
                ? EXPOSED_HEADERS + "," + Refusals.SIGNAL_HEADER
                : EXPOSED_HEADERS;
    }

    /** The reply with what the browser needs to hand it to a page of that origin, which is nothing where the origin is not allowed. */
    Reply apply(Reply reply, Optional<String> origin) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("Vary", "Origin");
        if (origin.isPresent() && allows(origin.get())) {
            headers.put("Access-Control-Allow-Origin", origin.get());
            headers.put("Access-Control-Expose-Headers", exposed(reply));
            if (sessionOrigins.contains(origin.get())) {
                headers.put("Access-Control-Allow-Credentials", "true");
            }
        }
        return new Reply(reply.status(), headers, reply.body());
    }
}
