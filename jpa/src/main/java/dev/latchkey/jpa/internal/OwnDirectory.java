package dev.latchkey.jpa.internal;

import dev.latchkey.jpa.entity.MappedAccount;
import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.OwnedPasskey;
import java.util.Map;
import java.util.Optional;

/** Accounts in a table of the kit's own. */
record OwnDirectory(Mapped<MappedAccount> account, Mapped<MappedPasskey> passkey) implements AccountDirectory {

    @Override
    public AccountStore accounts(Statements statements) {
        return new OwnAccounts(statements, account);
    }

    @Override
    public Optional<OwnedPasskey> findOwned(Statements statements, String credentialHash) {
        String jpql = "select " + passkey.select("p") + ", " + account.select("a") + " from " + passkey.name() + " p, "
                + account.name() + " a where p.credentialHash = :hash and a.id = p.accountId and a.realm = p.realm";
        return statements
                .find(Object[].class, jpql, Map.of("hash", credentialHash))
                .map(row -> new OwnedPasskey(
                        passkey.read(row, 0).toPasskey(),
                        account.read(row, passkey.columns().size()).toAccount()));
    }
}
