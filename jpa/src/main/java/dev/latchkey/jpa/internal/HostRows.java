package dev.latchkey.jpa.internal;

import static dev.latchkey.config.AccountAttribute.BLOCKED;
import static dev.latchkey.config.AccountAttribute.EMAIL_VERIFIED;
import static dev.latchkey.config.AccountAttribute.PASSWORD;
import static dev.latchkey.config.AccountAttribute.PHONE_NUMBER_VERIFIED;
import static dev.latchkey.config.AccountAttribute.ROLES;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.AccountAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts from the columns that are read of the host's table, and no others: the entity itself is never loaded, so neither its eager
 * relations nor its listeners cost or change anything, and a password's hash never leaves the database. Thread-safe.
 */
final class HostRows {
    private record Column(AccountAttribute meaning, HostAttribute attribute) {}

    private final HostEntity host;
    private final List<Column> columns;

    HostRows(HostEntity host) {
        this.host = host;
        this.columns = host.attributes().entrySet().stream()
                .filter(entry -> entry.getKey() != AccountAttribute.CREATED_AT)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Column(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What to select of the entity called {@code a}, and of its roles called {@code r}. */
    String select() {
        StringBuilder select = new StringBuilder(
                "a." + host.id().name() + ", a." + host.principalName().name());
        for (Column column : columns) {
            select.append(", ").append(expression(column));
        }
        return select.toString();
    }

    /** The entity in the from clause, with its roles. */
    String from() {
        String from = host.entity().name() + " a";
        return host.roleCollection()
                .map(roles -> from + " left join a." + roles.name() + " r")
                .orElse(from);
    }

    /** Only who has a principal name is an account: the application's own login could not name anybody else either. */
    String where(String condition) {
        return "a." + host.principalName().name() + " is not null and " + condition;
    }

    private static String expression(Column column) {
        HostAttribute attribute = column.attribute();
        if (column.meaning() == PASSWORD) {
            return "case when a." + attribute.name() + " is null then 0 else 1 end";
        }
        return attribute.plural() ? "r" : "a." + attribute.name();
    }

    /** The same columns of an instance that was just made. */
    @Nullable
    Object[] row(Object entity) {
        List<@Nullable Object> row = new ArrayList<>(
                Arrays.asList(host.id().get(entity), host.principalName().get(entity)));
        for (Column column : columns) {
            @Nullable Object value = column.attribute().get(entity);
            row.add(column.meaning() == PASSWORD ? Integer.valueOf(value == null ? 0 : 1) : value);
        }
        return row.toArray();
    }

    /** The account that the first row tells, with the roles of all rows of the same id. */
    Account account(String realm, List<@Nullable Object[]> rows, int offset) {
        @Nullable Object[] first = rows.get(0);
        Map<AccountAttribute, Object> values = new EnumMap<>(AccountAttribute.class);
        Set<String> roles = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            int index = offset + 2 + i;
            if (columns.get(i).meaning() == ROLES) {
                rows.stream()
                        .filter(row -> String.valueOf(row[offset]).equals(String.valueOf(first[offset])))
                        .forEach(row -> addRoles(roles, host.roleCollection().isPresent(), row[index]));
            } else if (first[index] != null) {
                values.put(columns.get(i).meaning(), first[index]);
            }
        }
        return new Account(
                new AccountRef(realm, String.valueOf(first[offset])),
                String.valueOf(first[offset + 1]),
                profile(values),
                verified(values),
                Map.of(),
                roles,
                Boolean.TRUE.equals(values.get(BLOCKED)),
                host.attribute(PASSWORD).isPresent()
                        ? ((Number) values.getOrDefault(PASSWORD, 0)).intValue() == 1
                        : host.otherWayIn());
    }

    /** Commas part the roles of a single attribute; in a collection each element is one role, whatever its name. */
    private static void addRoles(Set<String> roles, boolean collection, @Nullable Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> addRoles(roles, true, one));
        } else if (value instanceof Enum<?> one) {
            roles.add(one.name());
        } else if (value != null) {
            Stream.of(
                            collection
                                    ? new String[] {value.toString()}
                                    : value.toString().split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(roles::add);
        }
    }

    private static UserProfile profile(Map<AccountAttribute, Object> values) {
        Map<ProfileMember, String> members = new EnumMap<>(ProfileMember.class);
        for (ProfileMember member : ProfileMember.values()) {
            Object value = values.get(HostMembers.attribute(member));
            if (value != null) {
                members.put(member, value.toString());
            }
        }
        return new UserProfile(members);
    }

    private static Set<IdentifierType> verified(Map<AccountAttribute, Object> values) {
        Set<IdentifierType> verified = EnumSet.noneOf(IdentifierType.class);
        if (isSet(values.get(EMAIL_VERIFIED))) {
            verified.add(IdentifierType.EMAIL);
        }
        if (isSet(values.get(PHONE_NUMBER_VERIFIED))) {
            verified.add(IdentifierType.PHONE_NUMBER);
        }
        return verified;
    }

    /** A boolean, or the time at which it became so. */
    private static boolean isSet(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }
}
