package dev.latchkey.token;

import dev.latchkey.keys.StoredKey;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.KeyStore;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.SpentSessions;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Wrapped keys that nodes share, in memory, with all of a transaction or nothing. It can be shut, so that whoever comes waits, or be out of
 * order, or refuse what is added.
 */
final class SharedKeys implements Storage, UnitOfWork, KeyStore {
    private final Queue<Conflict> refusals = new ArrayDeque<>();
    private List<StoredKey> stored = new ArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch visitor = new CountDownLatch(1);
    private volatile boolean broken;
    private volatile int transactions;
    private final AtomicInteger visits = new AtomicInteger();

    void shut() {
        visitor = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    void open() {
        broken = false;
        letIn();
    }

    /** Whoever waits goes on, to find it out of order if it is. */
    void letIn() {
        gate.countDown();
    }

    void breakDown() {
        broken = true;
    }

    void awaitVisitor() throws InterruptedException {
        if (!visitor.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody came");
        }
    }

    /** Refuses the next keys that are added, each for one of these reasons. */
    void refuse(Conflict... reasons) {
        refusals.addAll(List.of(reasons));
    }

    /** The number of transactions since it was last asked. */
    int takeTransactions() {
        int taken = transactions;
        transactions = 0;
        return taken;
    }

    /** The number of transactions that were asked for since this was last asked, even if it was out of order. */
    int takeVisits() {
        return visits.getAndSet(0);
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        visits.incrementAndGet();
        visitor.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (broken) {
            throw new StorageUnavailableException("out of order", new IllegalStateException());
        }
        return allOrNothing(work);
    }

    private synchronized <T> T allOrNothing(Function<UnitOfWork, T> work) {
        transactions++;
        List<StoredKey> before = new ArrayList<>(stored);
        try {
            return work.apply(this);
        } catch (RuntimeException e) {
            stored = before;
            throw e;
        }
    }

    @Override
    public List<StoredKey> findAll() {
        return List.copyOf(stored);
    }

    @Override
    public void add(StoredKey key) {
        Conflict refusal = refusals.poll();
        if (refusal != null) {
            throw new StorageConflictException(refusal, new IllegalStateException());
        }
        stored.add(key);
    }

    @Override
    public boolean remove(String id) {
        return stored.removeIf(key -> key.id().equals(id));
    }

    @Override
    public KeyStore keys() {
        return this;
    }

    @Override
    public AccountStore accounts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PasskeyStore passkeys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SpentSessions spentSessions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefreshTokens refreshTokens() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        return 0;
    }

    @Override
    public void close() {}
}
