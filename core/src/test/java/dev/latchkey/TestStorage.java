package dev.latchkey;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.function.Function;

/** A storage whose database cannot be reached, or whose driver fails in a way that nobody foresaw. */
public final class TestStorage implements Storage {
    private final RuntimeException failure;

    private TestStorage(RuntimeException failure) {
        this.failure = failure;
    }

    /** As when the database is down. */
    public static TestStorage unreachable() {
        return new TestStorage(new StorageUnavailableException("connection refused", new IllegalStateException()));
    }

    /** As when a driver has a fault. */
    public static TestStorage failing(String message) {
        return new TestStorage(new IllegalStateException(message));
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        throw failure;
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        throw failure;
    }

    @Override
    public void close() {}
}
