package dev.latchkey.token;

import dev.latchkey.storage.StorageUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time read what the others want, too. A read of a database that cannot be reached may take as long as a pool waits
 * for a connection: those who waited behind it share its failure, which then stands for a moment; thereafter one thread tries again, and
 * nobody waits behind it for longer than a moment. Thread-safe.
 */
final class Turns {
    static final Duration MOMENT = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private volatile Optional<Failure> failure = Optional.empty();

    Turns(Clock clock) {
        this.clock = clock;
    }

    private record Failure(StorageUnavailableException reason, Instant at) {
        /** Not in the future either: a clock that is set back must not make a moment an hour. */
        boolean stands(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(MOMENT));
        }

        StorageUnavailableException shared() {
            return new StorageUnavailableException("the signing keys could not be read a moment ago", reason);
        }
    }

    boolean areTaken() {
        return lock.isLocked();
    }

    /** Does it unless another thread is at it. */
    void ifFree(Runnable work) {
        if (lock.tryLock()) {
            runAndUnlock(work);
        }
    }

    /** Does it after all others, however long they take. */
    void afterAll(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does it after the others.
     *
     * @throws StorageUnavailableException if a read failed meanwhile, or one that has failed before does not end in a moment
     */
    void inTurn(Runnable work) {
        Optional<Failure> before = failure;
        Runnable unlessAReadFailed = () -> {
            Optional<Failure> meanwhile = failure;
            if (meanwhile.isPresent() && !meanwhile.equals(before)) {
                throw meanwhile.get().shared();
            }
            work.run();
        };
        if (before.isEmpty()) {
            afterAll(unlessAReadFailed);
        } else if (lockedInAMoment()) {
            runAndUnlock(unlessAReadFailed);
        } else {
            throw before.get().shared();
        }
    }

    /**
     * Reads, unless that has just failed. For the thread whose turn it is.
     *
     * @throws StorageUnavailableException if it fails, or has just failed
     */
    <T> T read(Supplier<T> source) {
        Optional<Failure> standing = failure.filter(last -> last.stands(clock.instant()));
        if (standing.isPresent()) {
            throw standing.get().shared();
        }
        try {
            T read = source.get();
            failure = Optional.empty();
            return read;
        } catch (StorageUnavailableException e) {
            failure = Optional.of(new Failure(e, clock.instant()));
            throw e;
        }
    }

    private void runAndUnlock(Runnable work) {
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private boolean lockedInAMoment() {
        try {
            return lock.tryLock(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
