package dev.latchkey.storage;

import java.time.Instant;
import java.util.function.Function;

/** Where accounts, passkeys, spent sessions, refresh tokens and keys are kept. Thread-safe. */
public interface Storage extends AutoCloseable {

    /**
     * Runs the work in one transaction: committed when it returns, rolled back when it throws. The unit of work is good within the
     * call and in its thread alone.
     *
     * <p>The work may be run again from its beginning, in a new transaction, when the database lost a race for locks; so it must have
     * no effects outside of the unit of work and read nothing that a first run used up. What it throws passes through unchanged.
     *
     * @throws StorageConflictException if a unique key refused what the work wrote; nothing was written
     * @throws StorageUnavailableException if the database cannot be reached or gave up; nothing was written, and trying again is safe
     */
    <T> T inTransaction(Function<UnitOfWork, T> work);

    /**
     * Deletes spent sessions and refresh tokens past their expiry, in a transaction of its own.
     *
     * @param now the time to compare with
     * @param atMost the greatest number of records of each kind to delete
     * @return how many were deleted
     */
    int purgeExpired(Instant now, int atMost);

    @Override
    void close();
}
