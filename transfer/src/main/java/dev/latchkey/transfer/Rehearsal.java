package dev.latchkey.transfer;

import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier batches of a dry run would have stored, so that later ones are judged as if it were there. Empty where batches are stored.
 * Not thread-safe.
 */
final class Rehearsal {
    private final Map<Bytes, Passkey> passkeys = new HashMap<>();
    private final Map<AccountRef, Bytes> userHandles = new HashMap<>();
    private final Map<Bytes, AccountRef> owners = new HashMap<>();

    void remember(Passkey passkey) {
        AccountRef owner = new AccountRef(passkey.realm(), passkey.accountId());
        passkeys.put(passkey.credentialId(), passkey);
        userHandles.put(owner, passkey.userHandle());
        owners.put(passkey.userHandle(), owner);
    }

    Optional<Passkey> passkey(Bytes credentialId) {
        return Optional.ofNullable(passkeys.get(credentialId));
    }

    Optional<Bytes> userHandle(AccountRef owner) {
        return Optional.ofNullable(userHandles.get(owner));
    }

    Optional<AccountRef> owner(Bytes userHandle) {
        return Optional.ofNullable(owners.get(userHandle));
    }
}
