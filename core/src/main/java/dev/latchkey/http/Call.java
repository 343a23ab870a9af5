package dev.latchkey.http;

import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import java.util.Optional;

/**
 * A request that has come through the door: its domain is one of ours, and its origin, if it has one, is allowed to somebody.
 *
 * @param exchange the request
 * @param domain that it is for
 * @param address where the client sees the endpoints
 * @param origin its {@code Origin}
 * @param attempt gathers what is known of it
 */
record Call(Exchange exchange, Domain domain, PublicAddress address, Optional<String> origin, Attempt attempt) {

    Optional<String> userAgent() {
        return exchange.header("User-Agent");
    }

    /** Holds the request to the origins of its own client. */
    void requireOriginOf(Client client) {
        origin.ifPresent(from -> {
            if (!client.allowedOrigins().contains(from)) {
                throw ApiException.of(ErrorKind.ACCESS_DENIED, "The origin is not allowed for this client.");
            }
        });
    }
}
