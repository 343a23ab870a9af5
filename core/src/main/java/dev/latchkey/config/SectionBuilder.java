package dev.latchkey.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the builder of a section has been told, by the keys of the reference. */
abstract class SectionBuilder {
    private final Map<String, Object> given = new LinkedHashMap<>();

    final void set(String key, Object value) {
        given.put(key, value);
    }

    final void setBelow(String section, String key, Object value) {
        Map<String, Object> below =
                Tree.map(given.getOrDefault(section, Map.of())).orElseGet(LinkedHashMap::new);
        below.put(key, value);
        given.put(section, below);
    }

    final Map<String, Object> given() {
        return new LinkedHashMap<>(given);
    }
}
