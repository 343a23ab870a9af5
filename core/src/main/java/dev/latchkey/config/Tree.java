package dev.latchkey.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A configuration before it has types: maps, lists and scalars, with {@link #ABSENT} for {@code null}. */
final class Tree {
    /** The value of a key that is written but has none. */
    static final Object ABSENT = Optional.empty();

    private Tree() {}

    static boolean isAbsent(Object value) {
        return value.equals(ABSENT);
    }

    /** The value as a map with texts as keys, or empty where it is none. */
    static Optional<Map<String, Object>> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, child) -> copy.put(key.toString(), child));
        return Optional.of(copy);
    }

    /** The values of a map whose keys are positions in a list, in their order, or empty where some key is none. */
    static Optional<List<Object>> positions(Map<?, ?> map) {
        TreeMap<Integer, Object> ordered = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!entry.getKey().toString().matches("\\d{1,4}")) {
                return Optional.empty();
            }
            ordered.put(Integer.valueOf(entry.getKey().toString()), entry.getValue());
        }
        return Optional.of(List.copyOf(ordered.values()));
    }

    /** Sets a value deep down; what stands in its way gives way, but a list is entered by position. */
    static void put(Map<String, Object> root, List<String> path, Object value) {
        Map<String, Object> node = root;
        for (String segment : path.subList(0, path.size() - 1)) {
            Map<String, Object> child = editable(node.get(segment));
            node.put(segment, child);
            node = child;
        }
        node.put(path.get(path.size() - 1), value);
    }

    /** All scalars and lists of a map, by their dotted path. */
    static Map<String, Object> flat(Map<String, Object> map) {
        Map<String, Object> flat = new LinkedHashMap<>();
        map.forEach((key, value) -> map(value)
                .map(Tree::flat)
                .ifPresentOrElse(
                        below -> below.forEach((rest, scalar) -> flat.put(key + "." + rest, scalar)),
                        () -> flat.put(key, value)));
        return flat;
    }

    private static Map<String, Object> editable(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            Map<String, Object> byPosition = new LinkedHashMap<>();
            list.forEach(element -> byPosition.put(Integer.toString(byPosition.size()), element));
            return byPosition;
        }
        return value == null ? new LinkedHashMap<>() : map(value).orElseGet(LinkedHashMap::new);
    }
}
