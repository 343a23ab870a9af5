package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.SpentSessions;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
    private final TestDatabase database =
            new TestDatabase("kit", DatabaseServer.current().newImpatientDatabase());
    private final JpaStorage storage = database.storage();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void whatTheWorkThrowsPassesThroughAndLeavesNothing() {
        IllegalStateException thrown = new IllegalStateException("of the work", new SQLException("x", "40001"));

        assertThatThrownBy(() -> run(unit -> {
                    unit.accounts().create(Fixtures.account("a@example.com"));
                    unit.passkeys().add(Fixtures.passkey(ALICE));
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertNothingStored();
    }

    @Test
    void refusedWriteLeavesNothingEvenIfTheWorkGoesOn() {
        run(unit -> unit.spentSessions().record("s", NOW));

        assertThatThrownBy(() -> run(unit -> {
                    unit.accounts().create(Fixtures.account("a@example.com"));
                    unit.passkeys().add(Fixtures.passkey(ALICE));
                    recordIgnoringConflict(unit.spentSessions());
                }))
                .isInstanceOfSatisfying(StorageConflictException.class, e -> assertThat(e.conflict())
                        .isEqualTo(Conflict.SPENT_SESSION));
        assertNothingStored();
    }

    @Test
    void refusalDoesNotQuoteTheIdentifier() {
        run(unit -> unit.accounts().create(Fixtures.account("secret@example.com")));

        StorageConflictException refusal = catchThrowableOfType(
                StorageConflictException.class,
                () -> run(unit -> unit.accounts().create(Fixtures.account("secret@example.com"))));

        assertThat(refusal).hasStackTraceContaining("duplicate key, SQLState 23");
        assertThat(refusal.getCause()).isNotNull();
        assertThat(refusal.getMessage() + refusal.getCause()).doesNotContain("secret");
    }

    @Test
    void lockTimeoutIsTriedAgain() throws Exception {
        run(unit -> unit.passkeys().addUserHandle(ALICE, Fixtures.random(64)));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(2);
        Thread holder = new Thread(() -> run(unit -> {
            unit.passkeys().lockUserHandle(ALICE);
            locked.countDown();
            await(tried);
        }));
        holder.start();
        await(locked);
        AtomicInteger attempts = new AtomicInteger();

        storage.inTransaction(unit -> {
            attempts.incrementAndGet();
            tried.countDown();
            return unit.passkeys().lockUserHandle(ALICE);
        });

        holder.join();
        assertThat(attempts.get()).isGreaterThan(1);
    }

    private void assertNothingStored() {
        assertThat(storage.<Boolean>inTransaction(unit -> unit.passkeys().count(ALICE) == 0
                        && unit.accounts()
                                .findByIdentifier("members", new Identifier(IdentifierType.EMAIL, "a@example.com"))
                                .isEmpty()))
                .isTrue();
    }

    private static void recordIgnoringConflict(SpentSessions sessions) {
        assertThatThrownBy(() -> sessions.record("s", NOW)).isInstanceOf(StorageConflictException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(Consumer<UnitOfWork> work) {
        storage.inTransaction(unit -> {
            work.accept(unit);
            return true;
        });
    }
}
