package dev.latchkey.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the query of a request. */
final class Query {
    private Query() {}

    /** The first value of a parameter, or empty. */
    static Optional<String> parameter(Exchange exchange, String name) {
        try {
            return Stream.of(exchange.query().orElse("").split("&", -1))
                    .filter(pair -> pair.startsWith(name + "="))
                    .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                    .findFirst();
        } catch (IllegalArgumentException e) {
            throw ApiException.of(ErrorKind.INVALID_REQUEST, "The query is malformed.");
        }
    }
}
