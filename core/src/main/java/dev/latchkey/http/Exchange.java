package dev.latchkey.http;

import java.util.Optional;

/** A request, as a door shows it to the handlers. Used by one thread. */
public interface Exchange {

    /** The method, in upper case. */
    String method();

    /** The raw, undecoded path below {@link #basePath()}, beginning with a slash, without query. */
    String path();

    /**
     * The raw query without its question mark, or empty.
     *
     * @throws IllegalArgumentException if the door cannot tell, for no URI may hold what was sent (RFC 3986 §3.4)
     */
    Optional<String> query();

    /** The header's value, or empty; several lines of one name are one value, joined by commas (RFC 9110 §5.3). */
    Optional<String> header(String name);

    /** What the request was sent to: host name and, unless it is the scheme's own, port. */
    String host();

    /** Whether it came over TLS. */
    boolean secure();

    /** The raw path below which the door serves the endpoints, empty or beginning with a slash: the application's root, or below it. */
    String basePath();

    /** The body, as often as it is asked for the same. */
    RequestBody body();

    /** Whether the connection serves one request after another (HTTP/1), so that it has a {@code Connection} header. */
    boolean http1();

    /** Who sent it. */
    Visitor visitor();
}
