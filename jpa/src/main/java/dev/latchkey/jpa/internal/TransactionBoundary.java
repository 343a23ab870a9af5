package dev.latchkey.jpa.internal;

import jakarta.persistence.EntityManager;

/** How transactions of a persistence unit begin and end. Thread-safe. */
interface TransactionBoundary {

    /**
     * Asked before anything else, as an entity manager may join whatever transaction the thread has.
     *
     * @throws IllegalStateException if the thread is in a transaction of the host's, which is not ours to commit
     */
    void requireNoneOfTheHost();

    /** Begins one, with the entity manager in it. */
    void begin(EntityManager entityManager);

    /** Commits the one that this boundary began in this thread. */
    void commit(EntityManager entityManager);

    /** Rolls it back if it has not ended, so that the thread is left without. */
    void rollBackIfActive(EntityManager entityManager);
}
