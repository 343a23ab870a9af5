package dev.latchkey.jpa.internal;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.NewAccount;
import dev.latchkey.jpa.entity.IdentifierKeys;
import dev.latchkey.jpa.entity.MappedAccount;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.Conflict;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The kit's own accounts; every method is one statement at the most, and unique keys keep identifiers apart. */
final class OwnAccounts implements AccountStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    private final Statements statements;
    private final Mapped<MappedAccount> accounts;

    OwnAccounts(Statements statements, Mapped<MappedAccount> accounts) {
        this.statements = statements;
        this.accounts = accounts;
    }

    @Override
    public Optional<Account> find(AccountRef ref) {
        return find(ref.realm(), "id", ref.id());
    }

    @Override
    public Optional<Account> findByIdentifier(String realm, Identifier identifier) {
        String attribute =
                switch (identifier.type()) {
                    case EMAIL -> "emailKey";
                    case PHONE_NUMBER -> "phoneNumberKey";
                    case USERNAME -> "usernameKey";
                };
        return find(realm, attribute, IdentifierKeys.of(identifier));
    }

    /** Nobody: whom the kit logged in it knows by the account, and a login of the application's own has no names for these accounts. */
    @Override
    public Optional<Account> findByPrincipalName(String realm, String principalName) {
        return Optional.empty();
    }

    @Override
    public Account create(NewAccount account) {
        MappedAccount entity = accounts.newInstance();
        entity.assign(newId(), account);
        statements.insert(entity, Conflict.IDENTIFIER);
        return entity.toAccount();
    }

    private Optional<Account> find(String realm, String attribute, String value) {
        String jpql = "select " + accounts.select("a") + " from " + accounts.name() + " a where a.realm = :realm and a."
                + attribute + " = :value";
        return statements
                .find(Object[].class, jpql, Map.of("realm", realm, "value", value))
                .map(row -> accounts.read(row, 0).toAccount());
    }

    private static String newId() {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return "usr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
