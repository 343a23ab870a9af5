package dev.latchkey.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * What a request that was refused early leaves unread of its body. A container closes the connection over it, and cannot say so any more
 * once the reply is committed: the client's next request on that connection would be lost.
 */
final class UnreadBody {
    private UnreadBody() {}

    /** Reads the rest, and tells whether it was within the limit, so that the connection can serve another request. */
    static boolean drain(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            return false;
        }
        try {
            return request.getInputStream().readNBytes(limit + 1).length <= limit;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
