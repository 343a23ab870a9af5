package dev.latchkey.jpa;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A real storage behind a gate, which can be shut, so that whoever comes waits, or out of order. */
final class GatedStorage implements Storage {
    private final Storage storage;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch visitor = new CountDownLatch(1);
    private volatile boolean broken;

    GatedStorage(Storage storage) {
        this.storage = storage;
    }

    void shut() {
        visitor = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    void awaitVisitor() throws InterruptedException {
        if (!visitor.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody came");
        }
    }

    void open() {
        broken = false;
        gate.countDown();
    }

    void breakDown() {
        broken = true;
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        visitor.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (broken) {
            throw new StorageUnavailableException("out of order", new IllegalStateException());
        }
        return storage.inTransaction(work);
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        return storage.purgeExpired(now, atMost);
    }

    @Override
    public void close() {
        storage.close();
    }
}
