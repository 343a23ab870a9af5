package dev.latchkey.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

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
        InputStream in = source.open();
        byte[] bytes = in.readNBytes((int) (length < 0 ? limit : length) + 1);
        if (bytes.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        return length < 0 || bytes.length <= length ? bytes : withRest(bytes, in, limit);
    }

    /** There is more than {@code Content-Length} says. */
    private static byte[] withRest(byte[] begin, InputStream in, int limit) throws IOException {
        byte[] rest = in.readNBytes(limit + 1 - begin.length);
        if (begin.length + rest.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        byte[] all = Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, all, begin.length, rest.length);
        return all;
    }

    /**
     * Reads what a request that was refused early leaves unread, and tells whether that was within the limit, so that the connection can serve
     * another request. A container closes the connection over it, and cannot say so any more once the reply is committed: the client's next
     * request on that connection would be lost.
     */
    boolean drain(int limit) {
        try {
            return length <= limit && endsWithin(source.open(), limit);
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /** Mostly nothing is left; a buffer is only made where something is. */
    private static boolean endsWithin(InputStream in, int limit) throws IOException {
        return in.read() < 0 || in.readNBytes(limit).length < limit;
    }
}
