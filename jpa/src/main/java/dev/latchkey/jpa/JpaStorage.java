package dev.latchkey.jpa;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.internal.BoundaryFinder;
import dev.latchkey.jpa.internal.Engine;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.function.Function;

/**
 * The storage over a persistence unit: an entity manager and a transaction for each unit of work, and every statement sent at once.
 * Thread-safe.
 *
 * <p>The transactions are the entity manager's, or with {@code transaction-type="JTA"} those of the container's
 * {@code UserTransaction}. A thread that is in a JTA transaction already is refused with an {@link IllegalStateException}: nothing of
 * the host's is committed here, and nothing of Latchkey's is left for the host to commit.
 *
 * <p>A transaction that loses a race for locks (lock timeout, deadlock, serialization failure) is run again, up to eight times within
 * five seconds. How long a lost database is noticed after is the connection pool's to say: give it a short timeout for connecting.
 *
 * <p>Hibernate logs what a database refuses, in the driver's words, which may quote an identifier: switch its logger
 * {@code org.hibernate.engine.jdbc.spi.SqlExceptionHelper} off. What this storage throws quotes no refused value.
 */
public final class JpaStorage implements Storage {
    private final Engine engine;
    private final Runnable onClose;

    JpaStorage(Engine engine, Runnable onClose) {
        this.engine = engine;
        this.onClose = onClose;
    }

    /**
     * A storage over the host's own factory, which stays the host's to close. If its transactions are JTA's, the container's
     * {@code java:comp/UserTransaction} begins and ends them. If the database is not there yet, its tables are not tried, and transactions
     * fail until it is.
     *
     * @param factory of a unit that maps the kit's entities, say by {@code <mapping-file>META-INF/latchkey-orm.xml</mapping-file>}
     * @param accounts how the accounts are found in it
     * @throws dev.latchkey.config.ConfigurationException with everything in which the unit and the settings do not fit
     */
    public static JpaStorage over(EntityManagerFactory factory, AccountSettings accounts) {
        return over(factory, accounts, BoundaryFinder.BY_DEFAULT);
    }

    /** A storage over the host's own factory, with its transactions as the finder finds them. */
    static JpaStorage over(EntityManagerFactory factory, AccountSettings accounts, BoundaryFinder boundaries) {
        return new JpaStorage(Engine.start(factory, accounts, boundaries), () -> {});
    }

    /**
     * As {@link #over(EntityManagerFactory, AccountSettings)}, for accounts that are in no table of the unit: a directory service, another
     * database. The store is asked within the storage's transactions and takes no part in them: a sign-in is one statement and one
     * {@code find}, and an account that {@code create} makes has to be taken back by the host if the sign-up fails after it.
     *
     * @param factory of a unit that maps the kit's entities; that of accounts is not needed
     * @param accounts which has to be thread-safe
     * @throws dev.latchkey.config.ConfigurationException with everything in which the unit does not fit
     */
    public static JpaStorage over(EntityManagerFactory factory, AccountStore accounts) {
        return new JpaStorage(Engine.start(factory, accounts), () -> {});
    }

    /** A storage that closes the factory with itself, or at once if it cannot start. */
    static JpaStorage owning(EntityManagerFactory factory, AccountSettings accounts, BoundaryFinder boundaries) {
        try {
            return new JpaStorage(Engine.start(factory, accounts, boundaries), factory::close);
        } catch (RuntimeException e) {
            factory.close();
            throw e;
        }
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        return engine.inTransaction(work);
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        return engine.purgeExpired(now, atMost);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
