package dev.latchkey.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays what a deployment gives over the reference; keys that the reference does not have become faults. */
final class Overlay {
    private final Findings findings;

    Overlay(Findings findings) {
        this.findings = findings;
    }

    /** A section with every key that the reference has. */
    Map<String, Object> onto(Map<String, Object> reference, Map<String, Object> given, String path) {
        if (reference.isEmpty()) {
            return given;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        if (!reference.containsKey(Reference.NAME)) {
            reference.forEach((key, value) -> result.put(key, defaults(value)));
        }
        given.forEach((key, value) -> Reference.child(reference, key)
                .ifPresentOrElse(
                        known -> result.put(key, value(known, value, path + "." + key)),
                        () -> findings.faultWithoutValue(path + "." + key, unknown(key, reference))));
        return result;
    }

    private Object value(Object reference, Object given, String path) {
        Optional<Map<String, Object>> section = Tree.map(reference);
        if (section.isPresent()) {
            return section(section.get(), given, path);
        }
        if (reference instanceof List<?> list && !list.isEmpty()) {
            Optional<Map<String, Object>> element = Tree.map(list.get(0));
            if (element.isPresent()) {
                return sections(element.get(), given, path);
            }
        }
        return given;
    }

    private Object section(Map<String, Object> reference, Object given, String path) {
        Optional<Map<String, Object>> map = Tree.map(given);
        if (map.isEmpty()) {
            findings.fault(path, given, "is a section: write its keys between braces");
            return defaults(reference);
        }
        return onto(reference, map.get(), path);
    }

    private List<Object> sections(Map<String, Object> reference, Object given, String path) {
        List<Object> result = new ArrayList<>();
        Optional<List<Object>> elements = given instanceof List<?> list
                ? Optional.of(List.copyOf(list))
                : Tree.map(given).flatMap(Tree::positions);
        if (elements.isEmpty()) {
            findings.fault(path, given, "is a list of sections: [{ … }, { … }], or keys 0, 1 and so on");
            return result;
        }
        for (Object element : elements.get()) {
            result.add(section(reference, element, path + "." + result.size()));
        }
        return result;
    }

    private static Object defaults(Object reference) {
        Optional<Map<String, Object>> map = Tree.map(reference);
        if (map.isPresent()) {
            Map<String, Object> copy = new LinkedHashMap<>(map.get());
            copy.remove(Reference.NAME);
            copy.replaceAll((key, value) -> defaults(value));
            return copy;
        }
        return reference instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>
                ? List.of()
                : reference;
    }

    private static String unknown(String key, Map<String, Object> reference) {
        return Suggestion.nearest(key, reference.keySet())
                .map(known -> "unknown key, did you mean " + known + "?")
                .orElseGet(() -> "unknown key, known here are " + String.join(", ", reference.keySet()));
    }
}
