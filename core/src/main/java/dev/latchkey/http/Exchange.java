package dev.latchkey.http;

import dev.latchkey.account.Caller;
import java.io.IOException;
import java.util.Optional;

/** A request, as a door shows it to the handlers. Used by one thread. */
public interface Exchange {

    /** The method, in upper case. */
    String method();

    /** The raw, undecoded path below the application's root, beginning with a slash, without query. */
    String path();

    /** The raw query without its question mark, or empty. */
    Optional<String> query();

    /** The header's value, or empty; several lines of one name are one value, joined by commas (RFC 9110 §5.3). */
    Optional<String> header(String name);

    /** What the request was sent to: host name and, unless it is the scheme's own, port. */
    String host();

    /** Whether it came over TLS. */
    boolean secure();

    /** The path of the application's root, empty or beginning with a slash. */
    String contextPath();

    /**
     * The body, read once and never beyond the limit.
     *
     * @param limit the greatest number of bytes to accept
     * @throws BodyTooLargeException if there are more
     */
    byte[] body(int limit) throws IOException;

    /** Who the application's own session says is logged in, or empty; never creates a session. */
    Optional<Caller> caller();
}
