package dev.latchkey.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Typed values out of what a file, a property or the builder gives. Each method throws an {@link IllegalArgumentException} whose message is the
 * remedy.
 */
final class Values {
    private static final Pattern AAGUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Values() {}

    static String text(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = value.toString().strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        throw new IllegalArgumentException("needs a text that is not empty");
    }

    static Optional<String> optionalText(Object value) {
        return Tree.isAbsent(value) ? Optional.empty() : Optional.of(text(value));
    }

    static boolean flag(Object value) {
        return switch (value.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("needs true or false");
        };
    }

    static int integer(Object value) {
        try {
            return Integer.parseInt(value.toString().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("needs a whole number", e);
        }
    }

    static Duration duration(Object value) {
        return value instanceof Duration duration ? duration : Units.duration(value.toString());
    }

    static int bytes(Object value) {
        return Units.bytes(value.toString());
    }

    static <E extends Enum<E>> E choice(Object value, Class<E> type) {
        String wanted = value.toString().strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("needs one of " + choices(type)));
    }

    /** The elements of a list, of a text with commas, or of a map whose keys are the positions. */
    static List<Object> list(Object value) {
        if (value instanceof Collection<?> collection) {
            return List.copyOf(collection);
        }
        if (value instanceof Map<?, ?> map) {
            return Tree.positions(map)
                    .orElseThrow(() -> new IllegalArgumentException("needs a list: [a, b], or keys 0, 1 and so on"));
        }
        if (Tree.isAbsent(value)) {
            throw new IllegalArgumentException("needs a list: [a, b], or [] for none");
        }
        return Stream.of(value.toString().split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(Object.class::cast)
                .toList();
    }

    static Set<String> texts(Object value) {
        return list(value).stream().map(Values::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static UUID uuid(String text) {
        if (!AAGUID.matcher(text).matches()) {
            throw new IllegalArgumentException("needs AAGUIDs such as ee882879-721c-4913-9775-3dfcce97072a");
        }
        return UUID.fromString(text);
    }

    /** As in a message. */
    static String show(Object value) {
        if (Tree.isAbsent(value)) {
            return "null";
        }
        if (value instanceof Duration duration) {
            return Units.format(duration);
        }
        if (value instanceof Map<?, ?>) {
            return "{…}";
        }
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
