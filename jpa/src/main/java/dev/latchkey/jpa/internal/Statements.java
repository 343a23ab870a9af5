package dev.latchkey.jpa.internal;

import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.StorageConflictException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The statements of one transaction. Each goes to the database at once and leaves nothing managed behind, so that what is sent is what
 * the code says, and a refused write is known by its caller. Not thread-safe.
 */
final class Statements {
    private final EntityManager entityManager;
    private Optional<RuntimeException> refusal = Optional.empty();

    Statements(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** One INSERT. */
    void insert(Object entity, Conflict conflict) {
        try {
            entityManager.persist(entity);
            entityManager.flush();
            entityManager.clear();
        } catch (RuntimeException e) {
            throw refuse(
                    SqlFaults.isUniqueViolation(e)
                            ? new StorageConflictException(conflict, SqlFaults.withoutValues(e))
                            : new StorageFault(e));
        }
    }

    /** One UPDATE or DELETE; returns the number of rows. */
    int execute(String jpql, Map<String, ?> parameters) {
        return guarded(() -> {
            Query query = entityManager.createQuery(jpql);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    /** One SELECT. */
    <T> List<T> list(Class<T> type, String jpql, Map<String, ?> parameters) {
        return guarded(() -> query(type, jpql, parameters).getResultList());
    }

    /** One SELECT of at most so many rows. */
    <T> List<T> list(Class<T> type, String jpql, Map<String, ?> parameters, int atMost) {
        return guarded(() -> query(type, jpql, parameters).setMaxResults(atMost).getResultList());
    }

    /** One SELECT of what a unique key names. */
    <T> Optional<T> find(Class<T> type, String jpql, Map<String, ?> parameters) {
        return list(type, jpql, parameters).stream().findFirst();
    }

    /** One SELECT that holds the row until the transaction ends. */
    <T> Optional<T> lock(Class<T> type, String jpql, Map<String, ?> parameters) {
        return guarded(
                () -> query(type, jpql, parameters).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                        .findFirst());
    }

    /** Why the database refused a statement, even if the work went on as if it had not. */
    Optional<RuntimeException> refusal() {
        return refusal;
    }

    private <T> T guarded(Supplier<T> statement) {
        try {
            T result = statement.get();
            entityManager.clear();
            return result;
        } catch (RuntimeException e) {
            throw refuse(new StorageFault(e));
        }
    }

    private RuntimeException refuse(RuntimeException reason) {
        refusal = Optional.of(reason);
        return reason;
    }

    private <T> TypedQuery<T> query(Class<T> type, String jpql, Map<String, ?> parameters) {
        TypedQuery<T> query = entityManager.createQuery(jpql, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
