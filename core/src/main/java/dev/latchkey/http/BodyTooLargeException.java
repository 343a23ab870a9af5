package dev.latchkey.http;

import java.io.IOException;

/** A request body is over the limit. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(int limit) {
        super("request body over " + limit + " bytes");
    }
}
