package dev.latchkey.jpa.internal;

import dev.latchkey.storage.StorageUnavailableException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Transactions, one entity manager each; run again a few times where the database only lost a race for locks. */
final class Transactions {
    private static final int MAX_ATTEMPTS = 8;
    private static final Duration MAX_RETRYING = Duration.ofSeconds(5);
    private static final long MAX_PAUSE_MILLIS = 200;

    /**
     * Makes EclipseLink begin the database's transaction with ours. Else it reads by other connections until the first write: not what
     * the transaction sees, and with retries and pauses of its own where the database is lost, a quarter of a minute for each read.
     */
    private static final Map<String, String> ONE_CONNECTION = Map.of("eclipselink.transaction.join-existing", "true");

    private final EntityManagerFactory factory;
    private final TransactionBoundary boundary;

    Transactions(EntityManagerFactory factory, TransactionBoundary boundary) {
        this.factory = factory;
        this.boundary = boundary;
    }

    <T> T run(Function<Statements, T> work) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return runOnce(work);
            } catch (StorageFault fault) {
                boolean timeLeft = System.nanoTime() - start < MAX_RETRYING.toNanos();
                boolean again = SqlFaults.isContention(fault) && attempt < MAX_ATTEMPTS && timeLeft;
                if (!again || !pause(attempt)) {
                    throw unavailable(fault.reason(), attempt);
                }
            }
        }
    }

    /**
     * Whether provider and database take this work; nothing is kept of it.
     *
     * @throws StorageUnavailableException if there is no database to ask
     */
    boolean test(Function<Statements, ?> work) {
        try {
            runOnce(work);
            return true;
        } catch (StorageFault fault) {
            if (SqlFaults.isConnectionTrouble(fault)) {
                throw unavailable(fault.reason(), 1);
            }
            return false;
        }
    }

    private <T> T runOnce(Function<Statements, T> work) {
        boundary.requireNoneOfTheHost();
        EntityManager entityManager = guarded(() -> factory.createEntityManager(ONE_CONNECTION));
        try {
            guarded(() -> boundary.begin(entityManager));
            Statements statements = new Statements(entityManager);
            T result = work.apply(statements);
            if (statements.refusal().isPresent()) {
                throw statements.refusal().get();
            }
            guarded(() -> boundary.commit(entityManager));
            return result;
        } finally {
            rollBackIfActive(entityManager);
            closeQuietly(entityManager);
        }
    }

    private static void guarded(Runnable step) {
        guarded(() -> {
            step.run();
            return true;
        });
    }

    private static <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw new StorageFault(e);
        }
    }

    /** The database rolls back what a lost connection leaves behind; the reason of the failure is what counts. */
    @SuppressWarnings("EmptyCatch")
    private void rollBackIfActive(EntityManager entityManager) {
        try {
            boundary.rollBackIfActive(entityManager);
        } catch (RuntimeException ignored) {
            // see above
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void closeQuietly(EntityManager entityManager) {
        try {
            entityManager.close();
        } catch (RuntimeException ignored) {
            // as above
        }
    }

    private static boolean pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, Math.min(MAX_PAUSE_MILLIS, 5L << attempt)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StorageUnavailableException unavailable(RuntimeException reason, int attempts) {
        if (SqlFaults.isContention(reason)) {
            return new StorageUnavailableException("the database gave up on locks, " + attempts + " times", reason);
        }
        if (SqlFaults.isConnectionTrouble(reason)) {
            return new StorageUnavailableException("the database cannot be reached", reason);
        }
        return new StorageUnavailableException("the database or its persistence provider refused", reason);
    }
}
