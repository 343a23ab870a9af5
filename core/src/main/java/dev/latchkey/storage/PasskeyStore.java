package dev.latchkey.storage;

import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import java.util.List;
import java.util.Optional;

/** Passkeys and the user handles of their owners. Every question of management carries the owner. */
public interface PasskeyStore {

    /** The passkey of that credential id with its owner's account, in one statement where the directory allows it. */
    Optional<OwnedPasskey> findByCredentialId(Bytes credentialId);

    /** The owner's passkeys, oldest first. */
    List<Passkey> findAll(AccountRef owner);

    /**
     * A page of all passkeys of a realm, in the order of their ids, for whoever copies them.
     *
     * @param after the id of the last passkey of the page before; empty for the first page
     * @param atMost the greatest number of passkeys; fewer are the last page
     */
    List<Passkey> page(String realm, Optional<String> after, int atMost);

    /** The owner's passkey of that id; empty for somebody else's. */
    Optional<Passkey> find(AccountRef owner, String passkeyId);

    /** As {@link #find}, but as the passkey is now, whatever the transaction saw before, and held until it ends. */
    Optional<Passkey> lock(AccountRef owner, String passkeyId);

    /** The owner's user handle, or empty where none was given yet. */
    Optional<Bytes> findUserHandle(AccountRef owner);

    /**
     * Gives the owner a user handle.
     *
     * @throws StorageConflictException with {@link Conflict#USER_HANDLE} if the owner has one already
     */
    void addUserHandle(AccountRef owner, Bytes userHandle);

    /**
     * Holds the owner's user handle until the transaction ends, so that two changes of one owner's passkeys come one after the other.
     *
     * @return the user handle, or empty where none was given yet
     */
    Optional<Bytes> lockUserHandle(AccountRef owner);

    /** The number of passkeys that the owner has. */
    long count(AccountRef owner);

    /** @throws StorageConflictException with {@link Conflict#CREDENTIAL} if the credential id is registered already, by whomever */
    void add(Passkey passkey);

    /**
     * Records a sign-in, if the counter rises or both the stored and the told one are 0.
     *
     * @return false if the counter does not rise or the passkey is gone; then nothing is changed
     */
    boolean recordUse(PasskeyUse use);

    /** @return false if the owner has no such passkey */
    boolean rename(AccountRef owner, String passkeyId, String name);

    /** @return false if the owner has no such passkey */
    boolean remove(AccountRef owner, String passkeyId);

    /**
     * Removes all of the owner's passkeys, and the user handle.
     *
     * @return how many passkeys there were
     */
    int removeAll(AccountRef owner);
}
