package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL stops in mid-load and starts again, beneath the same pool and storage. */
class LostServerTest {
    private static final int THREADS = 8;

    private final Queue<Passkey> confirmed = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile long slowestNanos;
    private volatile boolean loading = true;

    private final EmbeddedPostgres.Builder builder;
    private EmbeddedPostgres server;

    LostServerTest(@TempDir Path directory) {
        builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false);
        server = PostgresServer.start(builder);
        builder.setPort(server.getPort());
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void signupsAreWholeOrNotThereAndGoOnOnceTheServerIsBack() throws Exception {
        String url = server.getJdbcUrl("postgres", "postgres") + "&connectTimeout=2";
        try (TestDatabase database = new TestDatabase("kit", PostgresServer.dataSource(url), "create")) {
            JpaStorage storage = database.storage();
            List<Thread> threads = startLoad(storage);
            await(() -> confirmed.size() > 20);

            server.close();
            await(() -> failures.size() > 10 * THREADS);
            server = PostgresServer.start(builder);
            int before = confirmed.size();
            await(() -> confirmed.size() > before + 20);
            loading = false;
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(failures).hasOnlyElementsOfType(StorageUnavailableException.class);
            assertThat(Duration.ofNanos(slowestNanos)).isLessThan(Duration.ofSeconds(5));
            assertThat(rows(database)).hasSize(4).containsOnly(rows(database).get(0));
            PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);
            assertThat(confirmed).allMatch(passkey -> passkeys.findByCredentialId(passkey.credentialId())
                    .isPresent());
        }
    }

    private List<Thread> startLoad(JpaStorage storage) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                for (int j = 0; loading; j++) {
                    signUp(storage, number + "-" + j);
                }
            });
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void signUp(JpaStorage storage, String name) {
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
        } catch (RuntimeException | Error e) {
            failures.add(e);
            recordDuration(System.nanoTime() - start);
        }
    }

    private synchronized void recordDuration(long nanos) {
        slowestNanos = Math.max(slowestNanos, nanos);
    }

    private static List<Long> rows(TestDatabase database) {
        try (EntityManager entityManager = database.factory.createEntityManager()) {
            return Stream.of("SpentSession", "Account", "UserHandle", "Passkey")
                    .map(entity -> "select count(e) from Latchkey" + entity + " e")
                    .map(jpql -> entityManager.createQuery(jpql, Long.class).getSingleResult())
                    .toList();
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
