package dev.latchkey.transfer;

/** A source of passkeys cannot be read, or a copy of them not written, as a whole. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
