package dev.latchkey.servlet;

import dev.latchkey.http.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a reply as it is, without the container's error pages. Where the method is HEAD, the container drops the body itself. */
final class ReplyWriter {
    /** Has no {@code Content-Length} (RFC 9110 §8.6). */
    private static final int NO_CONTENT = 204;

    private ReplyWriter() {}

    static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> put(response, name, value));
        if (reply.status() != NO_CONTENT) {
            response.setContentLength(reply.body().size());
        }
        if (reply.body().size() > 0) {
            response.getOutputStream().write(reply.body().toArray());
        }
        // Committed here, or some containers put a page of their own under an error that has no body.
        response.flushBuffer();
    }

    /** Replaces what another filter has set, except that what answers vary by adds up. */
    private static void put(HttpServletResponse response, String name, String value) {
        if (name.equalsIgnoreCase("Vary")) {
            response.addHeader(name, value);
        } else {
            response.setHeader(name, value);
        }
    }
}
