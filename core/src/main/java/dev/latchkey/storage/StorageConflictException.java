package dev.latchkey.storage;

/** A unique key refused a write; the transaction is rolled back. */
public final class StorageConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Conflict conflict;

    public StorageConflictException(Conflict conflict, Throwable cause) {
        super("unique key refused the write: " + conflict, cause);
        this.conflict = conflict;
    }

    public Conflict conflict() {
        return conflict;
    }
}
