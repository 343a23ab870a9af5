package dev.latchkey.jpa.internal;

import jakarta.persistence.EntityManager;

/** Transactions of the entity manager itself. */
final class ResourceLocalBoundary implements TransactionBoundary {

    @Override
    public void requireNoneOfTheHost() {
        // an entity manager of ours has none but its own
    }

    @Override
    public void begin(EntityManager entityManager) {
        entityManager.getTransaction().begin();
    }

    @Override
    public void commit(EntityManager entityManager) {
        entityManager.getTransaction().commit();
    }

    @Override
    public void rollBackIfActive(EntityManager entityManager) {
        if (entityManager.getTransaction().isActive()) {
            entityManager.getTransaction().rollback();
        }
    }
}
