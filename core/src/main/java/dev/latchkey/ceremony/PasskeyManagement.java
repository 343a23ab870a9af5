package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Caller;
import dev.latchkey.dpop.Proof;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Occasion;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people do with the passkeys they have. Every question carries the owner; somebody else's passkey does not exist. Thread-safe. */
public final class PasskeyManagement {
    private final Ceremony ceremony;

    PasskeyManagement(Ceremony ceremony) {
        this.ceremony = ceremony;
    }

    /**
     * The account of an access token, unless the host's directory does not have it or refuses it.
     *
     * @param proof that came with the token; its use is recorded in the same transaction
     * @throws CeremonyException if the proof was used before
     */
    public Optional<Account> account(AccessToken token, Optional<Proof> proof) {
        Optional<Account> found = ceremony.inTransaction(work -> {
            proof.ifPresent(used -> UsedProofs.record(used, work));
            return work.accounts().find(token.owner());
        });
        proof.ifPresent(used -> ceremony.housekeeping().tidy());
        return found.filter(account -> !account.blocked());
    }

    /** The account of whom the application's session says is logged in. */
    public Optional<Account> account(Caller caller, String defaultRealm) {
        return ceremony.<Optional<Account>>inTransaction(work -> find(caller, defaultRealm, work.accounts()))
                .filter(account -> !account.blocked());
    }

    private static Optional<Account> find(Caller caller, String defaultRealm, AccountStore accounts) {
        if (caller instanceof Caller.Known known) {
            return accounts.find(known.ref());
        }
        return accounts.findByPrincipalName(defaultRealm, ((Caller.Named) caller).principalName());
    }

    /** The owner's passkeys, oldest first. */
    public List<Passkey> list(AccountRef owner) {
        return ceremony.inTransaction(work -> work.passkeys().findAll(owner));
    }

    /** @throws CeremonyException if the owner has no such passkey */
    public Passkey get(AccountRef owner, String passkeyId) {
        return ceremony.inTransaction(
                work -> work.passkeys().find(owner, passkeyId).orElseThrow(this::noSuchPasskey));
    }

    /** @throws CeremonyException if the owner has no such passkey */
    public Passkey rename(Asker asker, AccountRef owner, String passkeyId, String name) {
        Passkey renamed = ceremony.inTransaction(work -> {
            if (!work.passkeys().rename(owner, passkeyId, name)) {
                throw noSuchPasskey();
            }
            return work.passkeys().find(owner, passkeyId).orElseThrow(this::noSuchPasskey);
        });
        ceremony.report(new PasskeyEvent.Renamed(ceremony.occasion(asker, Activity.RENAME), owner, passkeyId));
        return renamed;
    }

    /** @throws CeremonyException if the owner has no such passkey, or no other way in */
    public void remove(Asker asker, Account owner, String passkeyId) {
        ceremony.<Boolean>inTransaction(work -> {
            work.passkeys().lockUserHandle(owner.ref());
            if (work.passkeys().find(owner.ref(), passkeyId).isEmpty()) {
                throw noSuchPasskey();
            }
            if (!owner.otherWayIn() && work.passkeys().count(owner.ref()) == 1) {
                throw new CeremonyException(Refusal.LAST_PASSKEY, "the passkey is the account's only way in")
                        .of(owner.ref(), passkeyId);
            }
            return work.passkeys().remove(owner.ref(), passkeyId);
        });
        ceremony.report(new PasskeyEvent.Removed(ceremony.occasion(asker, Activity.REMOVAL), owner.ref(), passkeyId));
    }

    /**
     * Removes every passkey of the account, its user handle, so that no enrollment under way ends well, and its refresh tokens.
     *
     * @return how many passkeys it had
     */
    public int removeAll(AccountRef owner) {
        Instant now = ceremony.bindings().now();
        int removed = ceremony.inTransaction(work -> {
            work.passkeys().lockUserHandle(owner);
            int passkeys = work.passkeys().removeAll(owner);
            work.refreshTokens().endAll(owner, now);
            return passkeys;
        });
        ceremony.report(new PasskeyEvent.AllRevoked(Occasion.of(now, Activity.RECOVERY), owner, removed));
        return removed;
    }

    private CeremonyException noSuchPasskey() {
        return new CeremonyException(Refusal.NO_SUCH_PASSKEY, "the account has no such passkey");
    }
}
