package dev.latchkey.transfer;

import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import java.time.Instant;

/**
 * A row that is well-formed, and lacks nothing but its account.
 *
 * @param row as it was read
 * @param realm the owner's realm
 * @param rpId the relying party
 * @param backup backup eligibility and state
 */
record Candidate(Row.Read row, String realm, String rpId, BackupState backup) {

    PasskeyRecord passkey() {
        return row.passkey();
    }

    Bytes credentialId() {
        return passkey().credentialId();
    }

    /** Whether a stored passkey is this one: same key, same owner, same relying party. What changes in a passkey's life is not compared. */
    boolean is(Passkey stored, AccountRef owner) {
        return stored.realm().equals(owner.realm())
                && stored.accountId().equals(owner.id())
                && stored.rpId().equals(rpId)
                && stored.userHandle().equals(passkey().userHandle())
                && stored.publicKey().equals(passkey().publicKey());
    }

    Passkey toPasskey(AccountRef owner, String id, Instant now) {
        return new Passkey(
                id,
                owner.realm(),
                owner.id(),
                rpId,
                credentialId(),
                passkey().userHandle(),
                passkey().publicKey(),
                passkey().signCount(),
                backup,
                passkey().transports(),
                passkey().aaguid(),
                passkey().name(),
                passkey().userAgent(),
                passkey().createdAt().orElse(now),
                passkey().lastUsedAt());
    }
}
