package dev.latchkey.http;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request, read once and never beyond a limit. Used by one thread. */
public final class RequestBody {
    private final long length;
    private final Source source;

    /** Where the bytes come from: parameters and readers decode by whatever character encoding somebody has set before. */
    @FunctionalInterface
    public interface Source {

        /** The container's stream, each time the same. */
        InputStream open() throws IOException;
    }

    /**
     * A body that nobody has read.
     *
     * @param length what {@code Content-Length} says, or negative
     */
    public RequestBody(long length, Source source) {
        this.length = length;
        this.source = source;
    }

    /**
     * All of it.
     *
     * @param limit the greatest number of bytes to accept
     * @throws BodyTooLargeException if there are more
     */
    public byte[] bytes(int limit) throws IOException {
        if (length > limit) {
            throw new BodyTooLargeException(limit);
        }
        byte[] bytes = source.open().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        return bytes;
    }

    /**
     * Reads what a request that was refused early leaves unread, and tells whether that was within the limit, so that the connection can serve
     * another request. A container closes the connection over it, and cannot say so any more once the reply is committed: the client's next
     * request on that connection would be lost.
     */
    boolean drain(int limit) {
        try {
            return length <= limit && source.open().readNBytes(limit + 1).length <= limit;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
