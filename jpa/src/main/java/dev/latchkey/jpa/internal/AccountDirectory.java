package dev.latchkey.jpa.internal;

import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.OwnedPasskey;
import java.util.Optional;

/** Whose accounts they are. Thread-safe. */
sealed interface AccountDirectory permits OwnDirectory, HostDirectory, GivenDirectory {

    /**
     * Finds out what the database takes, where that is not known yet; before a transaction, and outside of any.
     *
     * @throws dev.latchkey.storage.StorageUnavailableException if there is no database to ask
     */
    default void prepare() {}

    /** The accounts within one transaction. */
    AccountStore accounts(Statements statements);

    /** The passkey of that credential hash with its owner's account. */
    Optional<OwnedPasskey> findOwned(Statements statements, String credentialHash);
}
