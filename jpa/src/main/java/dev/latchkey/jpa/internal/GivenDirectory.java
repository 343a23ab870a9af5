package dev.latchkey.jpa.internal;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.OwnedPasskey;
import java.util.Map;
import java.util.Optional;

/** Accounts that the host keeps somewhere else, and finds by itself. */
record GivenDirectory(AccountStore store, Mapped<MappedPasskey> passkey) implements AccountDirectory {

    @Override
    public AccountStore accounts(Statements statements) {
        return store;
    }

    @Override
    public Optional<OwnedPasskey> findOwned(Statements statements, String credentialHash) {
        String jpql = "select " + passkey.select("p") + " from " + passkey.name() + " p where p.credentialHash = :hash";
        return statements
                .find(Object[].class, jpql, Map.of("hash", credentialHash))
                .map(row -> passkey.read(row, 0).toPasskey())
                .flatMap(this::withOwner);
    }

    private Optional<OwnedPasskey> withOwner(Passkey owned) {
        return store.find(new AccountRef(owned.realm(), owned.accountId()))
                .map(account -> new OwnedPasskey(owned, account));
    }
}
