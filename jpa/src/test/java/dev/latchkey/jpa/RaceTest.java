package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final TestDatabase database =
            new TestDatabase("kit", DatabaseServer.current().newDatabaseAtReadCommitted());
    private final JpaStorage storage = database.storage();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @RepeatedTest(3)
    void spentSessionIsRecordedOnce() throws InterruptedException {
        assertOnce(
                Conflict.SPENT_SESSION,
                Race.run(i -> run(unit -> unit.spentSessions().record("s", NOW))));
    }

    @Test
    void spentSessionIsRecordedOnceByLongTransactions() throws InterruptedException {
        assertOnce(
                Conflict.SPENT_SESSION,
                Race.run(i -> run(unit -> {
                    unit.passkeys().add(Fixtures.passkey(ALICE));
                    unit.spentSessions().record("s", NOW);
                    sleep(20);
                })));
        assertThat(storage.<Long>inTransaction(unit -> unit.passkeys().count(ALICE)))
                .isEqualTo(1);
    }

    @Test
    void identifierInAnyLetterCaseOrUnicodeFormIsOneAccount() throws InterruptedException {
        List<String> forms = List.of(
                "ren\u00e9@example.com",
                "Rene\u0301@EXAMPLE.com",
                "REN\u00c9@example.com",
                "\uff52en\u00e9@example.com");

        List<Object> outcomes = Race.run(
                i -> storage.inTransaction(unit -> unit.accounts().create(Fixtures.account(forms.get(i % 4)))));

        assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
        assertConflicts(Conflict.IDENTIFIER, outcomes);
    }

    @Test
    void racesAreAtReadCommitted() throws SQLException {
        try (Connection connection = database.dataSource.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void reusedRefreshTokenLeavesNoSuccessorAlive() throws InterruptedException {
        StoredRefreshToken token = Fixtures.refreshToken(ALICE, "f", NOW);
        run(unit -> unit.refreshTokens().add(token));
        StoredRefreshToken[] successors = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> Fixtures.refreshToken(ALICE, "f", NOW))
                .toArray(StoredRefreshToken[]::new);

        List<Object> outcomes = Race.run(i -> {
            boolean spent = storage.inTransaction(unit -> {
                boolean first = unit.refreshTokens().spend(token.tokenHash(), NOW);
                if (first) {
                    unit.refreshTokens().add(successors[i]);
                }
                return first;
            });
            if (!spent) {
                run(unit -> unit.refreshTokens().revokeFamily("f", NOW));
            }
            return spent;
        });

        assertThat(outcomes).containsOnly(true, false).containsOnlyOnce(true);
        assertThat(successors)
                .filteredOn(successor -> isSpendable(successor.tokenHash()))
                .isEmpty();
    }

    @RepeatedTest(3)
    void familyEndsWithTheTokenThatARotationUnderWayAdds() throws Exception {
        assertEndsWithARotationUnderWay(unit -> unit.refreshTokens().endFamily("f", NOW));
    }

    @RepeatedTest(3)
    void tokensOfAnOwnerEndWithTheOneThatARotationUnderWayAdds() throws Exception {
        assertEndsWithARotationUnderWay(unit -> unit.refreshTokens().endAll(ALICE, NOW));
    }

    /** Whoever ends the tokens waits for the living one, whose successor is there only thereafter. */
    private void assertEndsWithARotationUnderWay(Consumer<UnitOfWork> end) throws Exception {
        StoredRefreshToken spent = Fixtures.refreshToken(ALICE, "f", NOW);
        StoredRefreshToken living = Fixtures.refreshToken(ALICE, "f", NOW);
        StoredRefreshToken successor = Fixtures.refreshToken(ALICE, "f", NOW);
        run(unit -> {
            unit.refreshTokens().add(spent);
            unit.refreshTokens().add(living);
            unit.refreshTokens().spend(spent.tokenHash(), NOW);
        });
        CountDownLatch rotated = new CountDownLatch(1);
        CountDownLatch waitedFor = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> rotation = threads.submit(() -> run(unit -> {
                unit.refreshTokens().spend(living.tokenHash(), NOW);
                unit.refreshTokens().add(successor);
                rotated.countDown();
                await(waitedFor);
            }));
            await(rotated);
            database.sent.take();
            Future<String> ending = threads.submit(() -> run(end));
            while (database.sent.take().isEmpty()) {
                sleep(1);
            }
            sleep(100);
            waitedFor.countDown();
            rotation.get(20, TimeUnit.SECONDS);
            ending.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(isSpendable(successor.tokenHash())).isFalse();
    }

    private boolean isSpendable(String tokenHash) {
        return storage.inTransaction(unit -> unit.refreshTokens().spend(tokenHash, NOW));
    }

    @Test
    void credentialIdIsRegisteredOnce() throws InterruptedException {
        Bytes credentialId = Fixtures.random(1023);

        assertOnce(
                Conflict.CREDENTIAL,
                Race.run(i -> run(
                        unit -> unit.passkeys().add(Fixtures.passkey(ALICE, credentialId, 0, BackupState.ELIGIBLE)))));
    }

    @Test
    void userHandleIsGivenOnce() throws InterruptedException {
        assertOnce(
                Conflict.USER_HANDLE,
                Race.run(i -> run(unit -> unit.passkeys().addUserHandle(ALICE, Fixtures.random(64)))));
    }

    @Test
    void refreshTokenIsSpentOnce() throws InterruptedException {
        StoredRefreshToken token = Fixtures.refreshToken(ALICE, "f", NOW);
        run(unit -> unit.refreshTokens().add(token));

        assertThat(Race.run(
                        i -> storage.inTransaction(unit -> unit.refreshTokens().spend(token.tokenHash(), NOW))))
                .containsOnly(true, false)
                .containsOnlyOnce(true);
    }

    @Test
    void counterIsTakenOnce() throws InterruptedException {
        Passkey passkey = Fixtures.passkey(ALICE, Fixtures.random(32), 4, BackupState.ELIGIBLE);
        run(unit -> unit.passkeys().add(passkey));

        assertThat(Race.run(i -> storage.inTransaction(
                        unit -> unit.passkeys().recordUse(new PasskeyUse(passkey.id(), 5, BackupState.ELIGIBLE, NOW)))))
                .containsOnly(true, false)
                .containsOnlyOnce(true);
    }

    @Test
    void lockedOwnersChangeOneAfterTheOther() throws InterruptedException {
        run(unit -> unit.passkeys().addUserHandle(ALICE, Fixtures.random(64)));

        Race.run(i -> run(unit -> {
            unit.passkeys().lockUserHandle(ALICE);
            if (unit.passkeys().count(ALICE) < 5) {
                unit.passkeys().add(Fixtures.passkey(ALICE));
            }
        }));

        assertThat(storage.<Long>inTransaction(unit -> unit.passkeys().count(ALICE)))
                .isEqualTo(5);
    }

    private static void assertOnce(Conflict conflict, List<Object> outcomes) {
        assertThat(outcomes).containsOnlyOnce("done");
        assertConflicts(conflict, outcomes);
    }

    private static void assertConflicts(Conflict conflict, List<Object> outcomes) {
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof StorageConflictException e && e.conflict() == conflict)
                .hasSize(Race.THREADS - 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String run(Consumer<UnitOfWork> work) {
        return storage.inTransaction(unit -> {
            work.accept(unit);
            return "done";
        });
    }
}
