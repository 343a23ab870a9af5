package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.StorageSettings;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageUnavailableException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JtaTest {
    private final UserTransaction transaction = Jta.userTransaction();
    private final DataSource dataSource =
            Jta.dataSource(TestDatabase.migrate(DatabaseServer.current().newDatabase()));
    private final Storage storage = open("kit-jta", Optional.of("db"), Optional.of("tx"));

    @AfterEach
    void threadIsLeftWithoutATransaction() throws SystemException {
        storage.close();
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void workIsCommittedInATransactionOfTheManager() {
        int status = storage.inTransaction(unit -> {
            unit.passkeys().add(Fixtures.passkey(ALICE));
            return status();
        });

        assertThat(status).isEqualTo(Status.STATUS_ACTIVE);
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void whatTheWorkThrowsLeavesNothingAndNoTransaction() throws SystemException {
        IllegalArgumentException thrown = new IllegalArgumentException("of the work");

        assertThatThrownBy(() -> storage.inTransaction(unit -> {
                    unit.passkeys().add(Fixtures.passkey(ALICE));
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(passkeys()).isZero();
    }

    @Test
    void transactionOfTheHostIsNeitherJoinedNorEnded() throws Exception {
        transaction.begin();
        try {
            assertThatThrownBy(this::passkeys)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("map its filter, before whatever begins the transaction");
            assertThatThrownBy(() -> storage.purgeExpired(NOW, 10)).isInstanceOf(IllegalStateException.class);
            assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        } finally {
            transaction.rollback();
        }
        assertThat(passkeys()).isZero();
    }

    @Test
    void commitThatFailsIsUnavailableAndLeavesNothing() throws SystemException {
        assertThatThrownBy(() -> storage.inTransaction(unit -> {
                    unit.passkeys().add(Fixtures.passkey(ALICE));
                    beforeCommit(() -> {
                        throw new IllegalStateException("no");
                    });
                    return true;
                }))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("the database or its persistence provider refused");

        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(passkeys()).isZero();
    }

    @Test
    void raceThatIsLostAtTheCommitIsRunAgain() {
        AtomicInteger attempts = new AtomicInteger();

        storage.inTransaction(unit -> {
            unit.passkeys().add(Fixtures.passkey(ALICE));
            if (attempts.incrementAndGet() == 1) {
                beforeCommit(() -> {
                    throw new IllegalStateException(new SQLException("deadlock", "40001"));
                });
            }
            return true;
        });

        assertThat(attempts.get()).isEqualTo(2);
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void raceThatTheDatabaseTellsOfAtTheCommitIsRunAgain() {
        AtomicInteger attempts = new AtomicInteger();

        storage.inTransaction(unit -> {
            if (attempts.incrementAndGet() == 1) {
                enlistLoser();
            } else {
                unit.passkeys().add(Fixtures.passkey(ALICE));
            }
            return true;
        });

        assertThat(attempts.get()).isEqualTo(2);
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void transactionThatTheManagerGivesUpIsUnavailable() throws Exception {
        transaction.setTransactionTimeout(1);
        try {
            assertThatThrownBy(() -> storage.inTransaction(unit -> {
                        unit.passkeys().add(Fixtures.passkey(ALICE));
                        sleep(2500);
                        return true;
                    }))
                    .isInstanceOf(StorageUnavailableException.class);
        } finally {
            transaction.setTransactionTimeout(0);
        }
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(passkeys()).isZero();
    }

    @Test
    void unitWithoutAUserTransactionCannotStart() {
        assertThat(fault("kit-jta", Optional.of("db"), Optional.of("java:comp/UserTransaction")))
                .startsWith(
                        "latchkey.storage.user-transaction = java:comp/UserTransaction: JNDI gave no such entry (javax.naming.")
                .contains("register a UserTransaction as a host object");
        assertThat(fault("kit-jta", Optional.of("db"), Optional.of("other")))
                .startsWith("latchkey.storage.user-transaction = other: the host registered no object of that name");
        assertThat(fault("kit-jta", Optional.of("db"), Optional.of("db")))
                .startsWith("latchkey.storage.user-transaction = db: is a ")
                .endsWith("name a jakarta.transaction.UserTransaction");
    }

    @Test
    void dataSourceOfAJtaUnitWantsTheUserTransactionNamed() {
        assertThat(fault("kit-jta", Optional.of("db"), Optional.empty()))
                .contains("latchkey.storage.user-transaction")
                .contains("transaction-type=\"JTA\"");
    }

    @Test
    void userTransactionOfAResourceLocalUnitIsAFault() {
        assertThat(fault("kit", Optional.of("db"), Optional.of("tx")))
                .contains("latchkey.storage.user-transaction")
                .contains("transaction-type=\"JTA\"");
    }

    private long passkeys() {
        return storage.<Long>inTransaction(unit -> unit.passkeys().count(ALICE));
    }

    private String fault(String unit, Optional<String> source, Optional<String> userTransaction) {
        return catchThrowableOfType(ConfigurationException.class, () -> open(unit, source, userTransaction))
                .faults()
                .get(0);
    }

    private Storage open(String unit, Optional<String> source, Optional<String> userTransaction) {
        Function<String, Optional<Object>> objects = name ->
                Optional.ofNullable(Map.of("db", dataSource, "tx", transaction).get(name));
        StorageSettings settings = new StorageSettings(
                unit,
                Optional.empty(),
                source,
                userTransaction,
                Map.of(
                        "jakarta.persistence.provider",
                        Provider.current().className(),
                        "hibernate.transaction.jta.platform",
                        "JBossTS",
                        "eclipselink.target-server",
                        NarayanaPlatform.class.getName(),
                        "eclipselink.logging.level",
                        "SEVERE"));
        return new JpaStorageProvider().open(settings, AccountSettings.OWN, objects);
    }

    private static void beforeCommit(Runnable work) {
        try {
            Jta.manager().getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    work.run();
                }

                @Override
                public void afterCompletion(int status) {}
            });
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database that cannot commit, and says why. */
    private static void enlistLoser() {
        XAResource loser = (XAResource) Proxy.newProxyInstance(
                JtaTest.class.getClassLoader(), new Class<?>[] {XAResource.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "commit" ->
                            throw new XAException(XAException.XA_RBDEADLOCK)
                                    .initCause(new SQLException("deadlock", "40001"));
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "isSameRM", "setTransactionTimeout" -> false;
                        case "getTransactionTimeout" -> 0;
                        default -> null;
                    };
                });
        try {
            Jta.manager().getTransaction().enlistResource(loser);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status() {
        try {
            return transaction.getStatus();
        } catch (SystemException e) {
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
}
