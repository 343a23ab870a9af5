package dev.latchkey.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which path is which endpoint. Paths are compared raw: what is encoded otherwise than any client does is not ours. */
final class RoutingTable {
    private static final String METHODS_PREFIX = "/me/v1/authentication-methods/";
    private static final String NEW_PASSKEY = "passkey|new/verify";

    private static final Endpoint[] FIXED_ENDPOINTS = Stream.of(Endpoint.values())
            .filter(endpoint -> !endpoint.path().startsWith(METHODS_PREFIX))
            .toArray(Endpoint[]::new);
    private static final Map<String, Endpoint> FIXED =
            Stream.of(FIXED_ENDPOINTS).collect(Collectors.toMap(Endpoint::path, Function.identity()));

    private RoutingTable() {}

    /** Whether the path that starts at the offset is one of ours. Allocates nothing. */
    static boolean serves(String uri, int offset) {
        int length = uri.length() - offset;
        for (Endpoint endpoint : FIXED_ENDPOINTS) {
            if (isAt(endpoint, uri, offset)) {
                return true;
            }
        }
        return length > METHODS_PREFIX.length() && uri.startsWith(METHODS_PREFIX, offset);
    }

    /** Whether the path that starts at the offset is that of an endpoint with one path alone. Allocates nothing. */
    static boolean isAt(Endpoint endpoint, String uri, int offset) {
        String path = endpoint.path();
        return uri.length() - offset == path.length() && uri.startsWith(path, offset);
    }

    /** The endpoint of a path, or empty. */
    static Optional<Endpoint> find(String path) {
        Endpoint fixed = FIXED.get(path);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        if (!path.startsWith(METHODS_PREFIX)) {
            return Optional.empty();
        }
        String id = methodId(path);
        if (id.equals(NEW_PASSKEY)) {
            return Optional.of(Endpoint.VERIFY);
        }
        return id.isEmpty() || id.contains("/") ? Optional.empty() : Optional.of(Endpoint.METHOD);
    }

    /** What follows {@code /me/v1/authentication-methods/}, its bar decoded. */
    static String methodId(String path) {
        return path.substring(METHODS_PREFIX.length()).replace("%7C", "|").replace("%7c", "|");
    }
}
