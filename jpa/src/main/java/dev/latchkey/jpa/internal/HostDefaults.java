package dev.latchkey.jpa.internal;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of {@code latchkey.accounts.defaults} in the type of their attribute; those of collections are separated by commas. */
final class HostDefaults {
    private HostDefaults() {}

    static Optional<Object> parse(HostAttribute attribute, String text) {
        if (!attribute.writable()) {
            return Optional.empty();
        }
        return attribute.plural() ? parseAll(attribute, text) : TextValue.parse(attribute.type(), text);
    }

    private static Optional<Object> parseAll(HostAttribute attribute, String text) {
        List<Object> values = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            Optional<Object> value = TextValue.parse(attribute.type(), one.strip());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        Class<?> collection = attribute.member() instanceof Field field
                ? field.getType()
                : ((Method) attribute.member()).getReturnType();
        return collection.isAssignableFrom(Set.class)
                ? Optional.of(new LinkedHashSet<>(values))
                : collection.isAssignableFrom(List.class) ? Optional.of(values) : Optional.empty();
    }

    /** A fresh copy of what may change in the entity's hands. */
    static Object fresh(Object value) {
        return value instanceof Collection<?> several
                ? several instanceof Set<?> ? new LinkedHashSet<>(several) : new ArrayList<>(several)
                : value;
    }

    static String describe(HostAttribute attribute) {
        String kind = attribute.type().isEnum()
                ? "one of "
                        + Arrays.stream(attribute.type().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining(", "))
                : attribute.type().getName();
        return (attribute.plural() ? "several, separated by commas, each " : "") + kind;
    }
}
