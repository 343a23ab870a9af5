package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that the database ends, though nothing is wrong with them. */
class ContentionTest {
    private final TestDatabase database =
            new TestDatabase("kit", DatabaseServer.current().newImpatientDatabase());
    private final JpaStorage storage = database.storage();

    @BeforeEach
    void addUserHandles() {
        for (AccountRef owner : List.of(ALICE, BOB)) {
            storage.inTransaction(unit -> {
                unit.passkeys().addUserHandle(owner, Fixtures.random(64));
                return true;
            });
        }
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void victimOfADeadlockIsRunAgain() throws InterruptedException {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();

        List<Object> outcomes = Race.run(
                2,
                i -> storage.inTransaction(unit -> {
                    boolean firstTime = attempts.incrementAndGet() <= 2;
                    unit.passkeys().lockUserHandle(i == 0 ? ALICE : BOB);
                    if (firstTime) {
                        await(bothHoldOne);
                    }
                    unit.passkeys().lockUserHandle(i == 0 ? BOB : ALICE);
                    unit.passkeys().add(Fixtures.passkey(ALICE));
                    return "done";
                }));

        assertThat(outcomes).containsExactly("done", "done");
        assertThat(attempts.get()).isGreaterThan(2);
        assertThat(storage.<Long>inTransaction(unit -> unit.passkeys().count(ALICE)))
                .isEqualTo(2);
    }

    @Test
    void transactionWhoseSnapshotIsStaleIsRunAgain() {
        try (TestDatabase snapshots =
                new TestDatabase("kit", DatabaseServer.current().newDatabaseWithSnapshots())) {
            JpaStorage storage = snapshots.storage();
            PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);
            Passkey passkey = Fixtures.passkey(ALICE);
            passkeys.add(passkey);
            AtomicInteger attempts = new AtomicInteger();

            boolean renamed = storage.inTransaction(unit -> {
                unit.passkeys().count(ALICE);
                if (attempts.incrementAndGet() == 1) {
                    passkeys.rename(ALICE, passkey.id(), "Theirs");
                }
                return unit.passkeys().rename(ALICE, passkey.id(), "Ours");
            });

            assertThat(renamed).isTrue();
            assertThat(attempts.get()).isEqualTo(2);
            assertThat(passkeys.find(ALICE, passkey.id()).flatMap(Passkey::name))
                    .contains("Ours");
        }
    }

    @Test
    void lockThatIsNeverReleasedIsUnavailableAfterABoundedTime() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Thread holder = new Thread(() -> storage.inTransaction(unit -> {
            unit.passkeys().lockUserHandle(ALICE);
            held.countDown();
            return await(released);
        }));
        holder.start();
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        AtomicInteger attempts = new AtomicInteger();
        long start = System.nanoTime();

        assertThatThrownBy(() -> storage.inTransaction(unit -> {
                    attempts.incrementAndGet();
                    return unit.passkeys().lockUserHandle(ALICE);
                }))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("gave up on locks");

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(10);
        assertThat(attempts.get()).isBetween(2, 8);
        released.countDown();
        holder.join();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
