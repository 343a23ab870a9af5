package dev.latchkey.servlet;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/** A storage whose database is down: what needs it is answered by status 503. It knows whether it was closed. */
final class UnreachableStorage implements Storage {
    private volatile boolean closed;

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        throw new StorageUnavailableException("no database", new IOException("connection refused"));
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
