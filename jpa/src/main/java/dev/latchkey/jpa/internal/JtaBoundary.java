package dev.latchkey.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;

/**
 * Transactions that Jakarta Transactions manages, each begun and ended here. The one class that needs its API, so that hosts without it
 * can have resource-local units.
 */
final class JtaBoundary implements TransactionBoundary {
    private static final String BY_DEFAULT = "java:comp/UserTransaction";
    private static final String REMEDY =
            "name the JNDI entry that your container has for it, register a UserTransaction as a host object,"
                    + " or write transaction-type=\"RESOURCE_LOCAL\" and <non-jta-data-source> in persistence.xml";

    private final UserTransaction transaction;

    private JtaBoundary(UserTransaction transaction) {
        this.transaction = transaction;
    }

    /** One over the object of that name, or of the name that every Jakarta EE container knows. */
    static Optional<TransactionBoundary> find(HostObjects objects, Optional<String> name) {
        return objects.named(BoundaryFinder.KEY, name.orElse(BY_DEFAULT), UserTransaction.class, REMEDY)
                .map(JtaBoundary::new);
    }

    @Override
    public void requireNoneOfTheHost() {
        if (status() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException(
                    "a JTA transaction of the application's is active in this thread, and Latchkey's"
                            + " must be its own: call Latchkey, and map its filter, before whatever begins the transaction");
        }
    }

    @Override
    public void begin(EntityManager entityManager) {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw failure(e, e);
        }
        entityManager.joinTransaction();
    }

    @Override
    public void commit(EntityManager entityManager) {
        try {
            transaction.commit();
        } catch (RollbackException e) {
            throw failure(e, reason(e));
        } catch (HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw failure(e, e);
        }
    }

    @Override
    public void rollBackIfActive(EntityManager entityManager) {
        try {
            if (status() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw failure(e, e);
        }
    }

    private int status() {
        try {
            return transaction.getStatus();
        } catch (SystemException e) {
            throw failure(e, e);
        }
    }

    /** What the database said; some managers tell it beside the exception, not as its cause. */
    private static Throwable reason(RollbackException e) {
        return e.getCause() == null && e.getSuppressed().length > 0 ? e.getSuppressed()[0] : e;
    }

    private static PersistenceException failure(Exception told, Throwable reason) {
        return new PersistenceException("Jakarta Transactions: " + told, reason);
    }
}
