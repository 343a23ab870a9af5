package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.account.Account;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed in mid-load and starts again, beneath the same pool and storage. */
class LostServerTest {
    private static final int THREADS = 8;

    private final Queue<Passkey> confirmed = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile long slowestNanos;
    private volatile boolean loading = true;

    private final MortalServer server;

    LostServerTest(@TempDir Path directory) {
        server = MortalServer.start(directory);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void signupsAreWholeOrNotThereAndGoOnOnceTheServerIsBack() throws Exception {
        HikariDataSource pool = pool(server.newDatabase());
        try (TestDatabase database = new TestDatabase("kit", pool, "none", pool::close)) {
            JpaStorage storage = database.storage();
            List<Thread> threads = startLoad(storage);
            await(() -> confirmed.size() > 20);

            server.kill();
            await(() -> failures.size() > 2 * THREADS);
            server.restart();
            int before = confirmed.size();
            await(() -> confirmed.size() > before + 20);
            loading = false;
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(failures).hasOnlyElementsOfType(StorageUnavailableException.class);
            assertThat(Duration.ofNanos(slowestNanos)).isLessThan(Duration.ofSeconds(5));
            assertThat(rows(database)).hasSize(5).containsOnly(rows(database).get(0));
            PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);
            assertThat(confirmed).allMatch(passkey -> passkeys.findByCredentialId(passkey.credentialId())
                    .isPresent());
        }
    }

    /** A pool as applications have it, which asks a connection whether it is alive, and does not let callers wait for long. */
    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(THREADS);
        pool.setConnectionTimeout(1000);
        pool.setValidationTimeout(500);
        return pool;
    }

    private List<Thread> startLoad(JpaStorage storage) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                for (int j = 0; loading; j++) {
                    if (!signUp(storage, number + "-" + j)) {
                        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private boolean signUp(JpaStorage storage, String name) {
        long start = System.nanoTime();
        try {
            confirmed.add(storage.inTransaction(unit -> {
                unit.spentSessions().record(name, NOW);
                Account account = unit.accounts().create(Fixtures.account(name + "@example.com"));
                unit.passkeys().addUserHandle(account.ref(), Fixtures.random(64));
                Passkey passkey = Fixtures.passkey(account.ref());
                unit.passkeys().add(passkey);
                return passkey;
            }));
            return true;
        } catch (RuntimeException | Error e) {
            failures.add(e);
            recordDuration(System.nanoTime() - start);
            return false;
        }
    }

    private synchronized void recordDuration(long nanos) {
        slowestNanos = Math.max(slowestNanos, nanos);
    }

    private static List<Long> rows(TestDatabase database) {
        try (EntityManager entityManager = database.factory.createEntityManager()) {
            return Stream.of(
                            "LatchkeySpentSession e",
                            "LatchkeyAccount e",
                            "LatchkeyUserHandle e",
                            "LatchkeyPasskey e",
                            "LatchkeyPasskey e, LatchkeyAccount a, LatchkeyUserHandle h"
                                    + " where a.id = e.accountId and h.accountId = a.id")
                    .map(entities -> "select count(e) from " + entities)
                    .map(jpql -> entityManager.createQuery(jpql, Long.class).getSingleResult())
                    .toList();
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
