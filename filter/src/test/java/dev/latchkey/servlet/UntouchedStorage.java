package dev.latchkey.servlet;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.function.Function;

/** A storage for requests that must not reach it; it knows whether it was closed. */
final class UntouchedStorage implements Storage {
    private volatile boolean closed;

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        throw new AssertionError("the storage was asked");
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
