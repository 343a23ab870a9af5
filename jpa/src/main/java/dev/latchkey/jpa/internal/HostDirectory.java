package dev.latchkey.jpa.internal;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.OwnedPasskey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts in the host's own table. */
final class HostDirectory implements AccountDirectory {
    private final HostEntity host;
    private final HostRows rows;
    private final Mapped<MappedPasskey> passkey;
    private final HostJoin join;

    HostDirectory(HostEntity host, HostRows rows, Mapped<MappedPasskey> passkey, HostJoin join) {
        this.host = host;
        this.rows = rows;
        this.passkey = passkey;
        this.join = join;
    }

    @Override
    public void prepare() {
        join.decide();
    }

    @Override
    public AccountStore accounts(Statements statements) {
        return new HostAccounts(statements, host, rows, new HostSignup(host));
    }

    @Override
    public Optional<OwnedPasskey> findOwned(Statements statements, String credentialHash) {
        return join.query()
                .map(jpql -> findJoined(statements, credentialHash, jpql))
                .orElseGet(() -> findOneAfterTheOther(statements, credentialHash));
    }

    private Optional<OwnedPasskey> findJoined(Statements statements, String credentialHash, String jpql) {
        List<@Nullable Object[]> found = statements.list(Object[].class, jpql, Map.of("hash", credentialHash));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Passkey owned = passkey.read(found.get(0), 0).toPasskey();
        return Optional.of(new OwnedPasskey(
                owned, rows.account(owned.realm(), found, passkey.columns().size())));
    }

    private Optional<OwnedPasskey> findOneAfterTheOther(Statements statements, String credentialHash) {
        String jpql = "select " + passkey.select("p") + " from " + passkey.name() + " p where p.credentialHash = :hash";
        Optional<Passkey> found = statements
                .find(Object[].class, jpql, Map.of("hash", credentialHash))
                .map(row -> passkey.read(row, 0).toPasskey());
        return found.flatMap(owned -> {
            Optional<Account> account = accounts(statements).find(new AccountRef(owned.realm(), owned.accountId()));
            return account.map(owner -> new OwnedPasskey(owned, owner));
        });
    }
}
