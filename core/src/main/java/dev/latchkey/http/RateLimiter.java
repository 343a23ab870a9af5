package dev.latchkey.http;

import dev.latchkey.config.RateLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts requests against rate limits. The kit's own counts in memory, each node for itself; a host that wants one count for all its nodes
 * brings one that keeps it elsewhere. Called by many threads at once, before anything else of a request is looked at, so it has to be quick.
 *
 * <p>A limiter that throws limits nothing: the request is served, and the log says so at most once a minute.
 */
@FunctionalInterface
public interface RateLimiter {

    /**
     * Takes one request out of what a key may send.
     *
     * @param key whose request it is, e.g. {@code address/203.0.113.7}, {@code address/2001:db8:1:2::/64} or {@code client/web}: at most 300
     *     characters
     * @param limit what the key may send, at least one request
     * @return empty if the request may pass, else how long it takes until one would
     */
    Optional<Duration> take(String key, RateLimit limit);
}
