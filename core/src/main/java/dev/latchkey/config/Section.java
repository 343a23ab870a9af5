package dev.latchkey.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One section, read key by key. A value of the wrong type becomes a fault, and the reference's default takes its place. */
final class Section {
    private final String path;
    private final Map<String, Object> values;
    private final Map<String, Object> defaults;
    private final Findings findings;

    Section(String path, Map<String, Object> values, Map<String, Object> defaults, Findings findings) {
        this.path = path;
        this.values = values;
        this.defaults = defaults;
        this.findings = findings;
    }

    /** A section below. */
    Section section(String key) {
        return below(key, value(values, key), value(defaults, key));
    }

    /** The sections of a list. */
    List<Section> sections(String key) {
        Object reference = Values.list(value(defaults, key)).get(0);
        List<Section> sections = new ArrayList<>();
        for (Object element : Values.list(value(values, key))) {
            sections.add(below(key + "." + sections.size(), element, reference));
        }
        return sections;
    }

    /** The sections that the deployment names. */
    Map<String, Section> named(String key) {
        Section all = section(key);
        Map<String, Section> named = new LinkedHashMap<>();
        all.values.forEach(
                (name, value) -> named.put(name, all.below(name, value, value(all.defaults, Reference.NAME))));
        return named;
    }

    /** A section that the deployment could name, but did not: the defaults of any. */
    Section unnamed(String key, String name) {
        Section all = section(key);
        Object reference = value(all.defaults, Reference.NAME);
        return all.below(name, reference, reference);
    }

    /** All texts of a section whose keys are the deployment's own. */
    Map<String, String> properties(String key) {
        Map<String, String> properties = new LinkedHashMap<>();
        Tree.flat(section(key).values).forEach((name, value) -> {
            try {
                properties.put(name, Values.text(value));
            } catch (IllegalArgumentException e) {
                findings.faultWithoutValue(path + "." + key + "." + name, message(e));
            }
        });
        return properties;
    }

    Optional<String> text(String key) {
        return read(key, Values::optionalText);
    }

    /** A text that has a default. */
    String textOrDefault(String key) {
        return read(key, Values::text);
    }

    boolean flag(String key) {
        return read(key, Values::flag);
    }

    int integer(String key) {
        return read(key, Values::integer);
    }

    int bytes(String key) {
        return read(key, Values::bytes);
    }

    Duration duration(String key) {
        return read(key, Values::duration);
    }

    Set<String> texts(String key) {
        return read(key, Values::texts);
    }

    Set<UUID> uuids(String key) {
        return read(key, value -> Values.texts(value).stream().map(Values::uuid).collect(Collectors.toSet()));
    }

    List<Integer> integers(String key) {
        return read(
                key, value -> Values.list(value).stream().map(Values::integer).toList());
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return read(key, value -> Values.choice(value, type));
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        return read(key, value -> {
            Set<E> choices = new LinkedHashSet<>();
            Values.list(value).forEach(element -> choices.add(Values.choice(element, type)));
            return choices;
        });
    }

    /** A text that no message may show. */
    Optional<String> secret(String key) {
        return readSecret(key, Values::optionalText);
    }

    /** Texts that no message may show: a list, or one text, which may hold commas. */
    List<String> secrets(String key) {
        return readSecret(
                key,
                value -> value instanceof String
                        ? List.of(Values.text(value))
                        : Values.list(value).stream().map(Values::text).toList());
    }

    /** Refuses a value that only the reader sees. */
    void faultWithoutValue(String key, String remedy) {
        findings.faultWithoutValue(path + "." + key, remedy);
    }

    private <T> T read(String key, Function<Object, T> parser) {
        Object value = value(values, key);
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            findings.fault(path + "." + key, value, message(e));
            return parser.apply(value(defaults, key));
        }
    }

    private <T> T readSecret(String key, Function<Object, T> parser) {
        try {
            return parser.apply(value(values, key));
        } catch (IllegalArgumentException e) {
            findings.faultWithoutValue(path + "." + key, message(e));
            return parser.apply(value(defaults, key));
        }
    }

    private Section below(String key, Object value, Object reference) {
        return new Section(
                path + "." + key,
                Tree.map(value).orElseGet(Map::of),
                Tree.map(reference).orElseGet(Map::of),
                findings);
    }

    private static Object value(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key))
                .orElseThrow(() -> new IllegalStateException(key + " is not in " + Reference.RESOURCE));
    }

    private static String message(IllegalArgumentException e) {
        return Optional.ofNullable(e.getMessage()).orElse("is not understood");
    }
}
