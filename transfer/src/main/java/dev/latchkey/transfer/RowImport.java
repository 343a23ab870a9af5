package dev.latchkey.transfer;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.UnitOfWork;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Stores one row in a transaction of the caller's. */
final class RowImport {
    private static final int ID_BYTES = 16;

    private final Rehearsal rehearsal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RowImport(Rehearsal rehearsal, Clock clock) {
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /**
     * Stores it, if nothing speaks against it.
     *
     * @throws dev.latchkey.storage.StorageConflictException if what speaks against it shows only when it is written
     */
    Outcome run(Candidate row, UnitOfWork work) {
        Optional<Account> account = row.passkey().account().find(work.accounts(), row.realm());
        if (account.isEmpty()) {
            return refused(row, RefusalReason.UNKNOWN_ACCOUNT);
        }
        AccountRef owner = account.get().ref();
        Optional<Passkey> stored = rehearsal
                .passkey(row.credentialId())
                .or(() -> work.passkeys().findByCredentialId(row.credentialId()).map(OwnedPasskey::passkey));
        if (stored.isPresent()) {
            return row.is(stored.get(), owner) ? new Outcome.Unchanged() : refused(row, RefusalReason.CREDENTIAL_TAKEN);
        }
        return store(row, owner, work);
    }

    private Outcome store(Candidate row, AccountRef owner, UnitOfWork work) {
        Bytes userHandle = row.passkey().userHandle();
        if (rehearsal.owner(userHandle).filter(other -> !other.equals(owner)).isPresent()) {
            return refused(row, RefusalReason.USER_HANDLE_TAKEN);
        }
        Optional<Bytes> known =
                rehearsal.userHandle(owner).or(() -> work.passkeys().findUserHandle(owner));
        if (known.isPresent() && !known.get().equals(userHandle)) {
            return refused(row, RefusalReason.OTHER_USER_HANDLE);
        }
        if (known.isEmpty()) {
            work.passkeys().addUserHandle(owner, userHandle);
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Passkey passkey = row.toPasskey(owner, Passkey.newId(Bytes.of(id)), clock.instant());
        work.passkeys().add(passkey);
        return new Outcome.Imported(passkey);
    }

    static Outcome refused(Candidate row, RefusalReason reason) {
        return new Outcome.Refused(Refusal.of(row.row(), reason, Optional.empty()));
    }
}
