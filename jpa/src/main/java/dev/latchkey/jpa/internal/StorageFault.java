package dev.latchkey.jpa.internal;

/** The database or its provider refused, for another reason than a unique key. Marks off our faults from those of the work. */
final class StorageFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    StorageFault(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
