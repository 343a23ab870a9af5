package dev.latchkey.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom the rows of a trial name: the longest id that there can be, or, in an entity of the host's, somebody who is there, as it may have a
 * foreign key.
 *
 * @param longest id in text
 * @param existing the id of an account, if there is one
 */
record TrialOwner(String longest, Optional<String> existing) {
    private static final int COLUMN_LENGTH = 255;

    /** One statement, where the accounts are the host's. */
    static TrialOwner of(Optional<HostEntity> host, Transactions transactions) {
        if (host.isEmpty()) {
            return new TrialOwner(text(COLUMN_LENGTH), Optional.empty());
        }
        HostAttribute id = host.get().id();
        String jpql = "select a." + id.name() + " from " + host.get().entity().name() + " a";
        List<Object> found = transactions.run(statements -> statements.list(Object.class, jpql, Map.of(), 1));
        return new TrialOwner(longest(id), found.stream().findFirst().map(String::valueOf));
    }

    /** Nobody, where there is none whom a foreign key would let through. */
    Optional<String> in(Mapped<?> entity) {
        boolean kits = entity.type().getSuperclass().isAnnotationPresent(MappedSuperclass.class)
                && entity.type()
                        .getPackage()
                        .equals(entity.type().getSuperclass().getPackage());
        return kits ? Optional.of(longest) : existing;
    }

    private static String longest(HostAttribute id) {
        if (id.type() == UUID.class) {
            return new UUID(-1, -1).toString();
        }
        if (id.type() != String.class) {
            return String.valueOf(id.type() == Short.class ? Short.MAX_VALUE : longestNumber(id.type()));
        }
        Column column = ((AnnotatedElement) id.member()).getAnnotation(Column.class);
        return text(column == null ? COLUMN_LENGTH : Math.min(COLUMN_LENGTH, column.length()));
    }

    private static long longestNumber(Class<?> type) {
        return type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    private static String text(int length) {
        return "7".repeat(length);
    }
}
