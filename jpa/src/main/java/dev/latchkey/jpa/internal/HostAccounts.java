package dev.latchkey.jpa.internal;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.NewAccount;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.SignupRefusedException;
import dev.latchkey.storage.StorageConflictException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's own accounts. Finding is one statement.
 *
 * <p>E-mail addresses and usernames are compared by {@code lower(attribute)}, as the host's rows may be in any letter case; an index on
 * that expression keeps it fast, where the database has such. Creating stores identifiers in their normalised form, so that a unique
 * constraint of the host's refuses a second one in any form; without one, the check before the insert is all there is.
 */
final class HostAccounts implements AccountStore {
    private final Statements statements;
    private final HostEntity host;
    private final HostRows rows;
    private final HostSignup signup;

    HostAccounts(Statements statements, HostEntity host, HostRows rows, HostSignup signup) {
        this.statements = statements;
        this.host = host;
        this.rows = rows;
        this.signup = signup;
    }

    @Override
    public Optional<Account> find(AccountRef ref) {
        return TextValue.parse(host.id().type(), ref.id()).flatMap(id -> findExactly(ref.realm(), host.id(), 0, id));
    }

    @Override
    public Optional<Account> findByIdentifier(String realm, Identifier identifier) {
        return host.attribute(HostMembers.attribute(identifier.type().member()))
                .flatMap(attribute -> find(realm, comparison(identifier.type(), attribute), identifier.key()));
    }

    @Override
    public Optional<Account> findByPrincipalName(String realm, String principalName) {
        return TextValue.parse(host.principalName().type(), principalName)
                .flatMap(name -> findExactly(realm, host.principalName(), 1, name));
    }

    /** Two statements: whether an identifier is taken, and the insert. */
    @Override
    public Account create(NewAccount account) {
        if (!host.signup()) {
            throw new SignupRefusedException("latchkey.accounts.signup is off: accounts are created elsewhere");
        }
        refuseIfTaken(account.profile().identifiers());
        Object entity = signup.newEntity(account);
        insert(entity);
        if (host.principalName().get(entity) == null) {
            throw new SignupRefusedException(
                    "the accounts need attribute " + host.principalName().name() + ", which names their principals");
        }
        List<@Nullable Object[]> row = new ArrayList<>();
        row.add(rows.row(entity));
        return rows.account(account.realm(), row, 0);
    }

    /** Values that are too long for the host's columns, and constraints of the host's, refuse the person and are no fault of the database. */
    private void insert(Object entity) {
        try {
            statements.insert(entity, Conflict.IDENTIFIER);
        } catch (StorageFault fault) {
            if (SqlFaults.isConnectionTrouble(fault) || SqlFaults.isContention(fault) || !refusesValues(fault)) {
                throw fault;
            }
            throw new SignupRefusedException("the accounts do not take the new one: "
                    + SqlFaults.first(fault)
                            .map(sql -> "SQLState " + sql.getSQLState())
                            .orElse(fault.reason().getClass().getName()));
        }
    }

    /** Without an SQLState it was the provider that refused, or a callback of the host's. */
    private static boolean refusesValues(StorageFault fault) {
        String state = SqlFaults.first(fault)
                .map(sql -> String.valueOf(sql.getSQLState()))
                .orElse("22");
        return state.startsWith("22") || state.startsWith("23");
    }

    private void refuseIfTaken(List<Identifier> identifiers) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        for (Identifier identifier : identifiers) {
            HostAttribute attribute = host.attribute(
                            HostMembers.attribute(identifier.type().member()))
                    .orElseThrow(() -> new SignupRefusedException("the accounts keep no "
                            + identifier.type().member().wireName() + ": no attribute is configured for it"));
            String parameter = identifier.type().name();
            conditions.add(comparison(identifier.type(), attribute) + " = :" + parameter);
            parameters.put(parameter, identifier.key());
        }
        if (conditions.isEmpty()) {
            throw new SignupRefusedException("the accounts need an identifier");
        }
        String jpql = "select count(a) from " + host.entity().name() + " a where " + String.join(" or ", conditions);
        if (statements.find(Long.class, jpql, parameters).orElse(0L) > 0) {
            throw new StorageConflictException(Conflict.IDENTIFIER, new SQLException("found before the insert"));
        }
    }

    private static String comparison(IdentifierType type, HostAttribute attribute) {
        return type == IdentifierType.PHONE_NUMBER ? "a." + attribute.name() : "lower(a." + attribute.name() + ")";
    }

    private Optional<Account> find(String realm, String expression, Object value) {
        return first(realm, list(expression, value));
    }

    /** A collation may take other texts for the same, say in another letter case; they are no names of this account. */
    private Optional<Account> findExactly(String realm, HostAttribute attribute, int index, Object value) {
        List<@Nullable Object[]> found = list("a." + attribute.name(), value);
        if (value instanceof String text) {
            found = found.stream()
                    .filter(row -> isSame(text, String.valueOf(row[index])))
                    .toList();
        }
        return first(realm, found);
    }

    /** Columns of a fixed length are filled up with spaces. */
    private static boolean isSame(String asked, String stored) {
        return asked.stripTrailing().equals(stored.stripTrailing());
    }

    private List<@Nullable Object[]> list(String expression, Object value) {
        String jpql =
                "select " + rows.select() + " from " + rows.from() + " where " + rows.where(expression + " = :value")
                        + " order by a." + host.id().name();
        return statements.list(Object[].class, jpql, Map.of("value", value));
    }

    private Optional<Account> first(String realm, List<@Nullable Object[]> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(rows.account(realm, found, 0));
    }
}
