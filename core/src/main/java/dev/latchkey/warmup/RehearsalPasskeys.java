package dev.latchkey.warmup;

import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.PasskeyStore;
import java.util.List;
import java.util.Optional;

/** The one passkey, once it is added. Used by one thread. */
final class RehearsalPasskeys implements PasskeyStore {
    private final RehearsalAccounts accounts;
    private Optional<Passkey> passkey = Optional.empty();

    RehearsalPasskeys(RehearsalAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<OwnedPasskey> findByCredentialId(Bytes credentialId) {
        return passkey.filter(added -> added.credentialId().equals(credentialId))
                .flatMap(added -> accounts.find(owner(added)).map(account -> new OwnedPasskey(added, account)));
    }

    @Override
    public List<Passkey> findAll(AccountRef owner) {
        return ownedBy(owner).stream().toList();
    }

    @Override
    public List<Passkey> page(String realm, Optional<String> after, int atMost) {
        return passkey.filter(added -> added.realm().equals(realm) && after.isEmpty()).stream()
                .toList();
    }

    @Override
    public Optional<Passkey> find(AccountRef owner, String passkeyId) {
        return ownedBy(owner).filter(added -> added.id().equals(passkeyId));
    }

    @Override
    public Optional<Passkey> lock(AccountRef owner, String passkeyId) {
        return find(owner, passkeyId);
    }

    @Override
    public Optional<Bytes> findUserHandle(AccountRef owner) {
        return ownedBy(owner).map(Passkey::userHandle);
    }

    /** The passkey carries it, too. */
    @Override
    public void addUserHandle(AccountRef owner, Bytes userHandle) {}

    @Override
    public Optional<Bytes> lockUserHandle(AccountRef owner) {
        return findUserHandle(owner);
    }

    @Override
    public long count(AccountRef owner) {
        return findAll(owner).size();
    }

    @Override
    public void add(Passkey added) {
        passkey = Optional.of(added);
    }

    /** Its counter is always 0. */
    @Override
    public boolean recordUse(PasskeyUse use) {
        return use.signCount() == 0
                && passkey.filter(added -> added.id().equals(use.passkeyId())).isPresent();
    }

    /** The person keeps its name. */
    @Override
    public boolean rename(AccountRef owner, String passkeyId, String name) {
        return false;
    }

    @Override
    public boolean remove(AccountRef owner, String passkeyId) {
        boolean there = find(owner, passkeyId).isPresent();
        return there && removeAll(owner) > 0;
    }

    @Override
    public int removeAll(AccountRef owner) {
        int removed = findAll(owner).size();
        passkey = passkey.filter(added -> !owner(added).equals(owner));
        return removed;
    }

    private Optional<Passkey> ownedBy(AccountRef owner) {
        return passkey.filter(added -> owner(added).equals(owner));
    }

    private static AccountRef owner(Passkey added) {
        return new AccountRef(added.realm(), added.accountId());
    }
}
