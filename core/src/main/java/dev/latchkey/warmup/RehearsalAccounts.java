package dev.latchkey.warmup;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.NewAccount;
import dev.latchkey.storage.AccountStore;
import java.util.Optional;
import java.util.Set;

/** The one account, once it is made. Used by one thread. */
final class RehearsalAccounts implements AccountStore {
    private static final String ID = "warm-up";

    private Optional<Account> account = Optional.empty();

    @Override
    public Optional<Account> find(AccountRef ref) {
        return account.filter(made -> made.ref().equals(ref));
    }

    @Override
    public Optional<Account> findByIdentifier(String realm, Identifier identifier) {
        return account.filter(made -> made.profile().identifiers().contains(identifier));
    }

    @Override
    public Optional<Account> findByPrincipalName(String realm, String principalName) {
        return account.filter(made -> made.principalName().equals(principalName));
    }

    @Override
    public Account create(NewAccount asked) {
        Account made = new Account(
                new AccountRef(asked.realm(), ID),
                ID,
                asked.profile(),
                Set.of(),
                asked.userMetadata(),
                Set.of(),
                false,
                false);
        account = Optional.of(made);
        return made;
    }
}
