package dev.latchkey.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;

/** Reads the query of a request. */
final class Query {
    private Query() {}

    /** The first value of a parameter, or empty. */
    static Optional<String> parameter(Exchange exchange, String name) {
        for (String pair : exchange.query().orElse("").split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                try {
                    return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), UTF_8));
                } catch (IllegalArgumentException e) {
                    throw ApiException.of(ErrorKind.INVALID_REQUEST, "The query is malformed.");
                }
            }
        }
        return Optional.empty();
    }
}
