package dev.latchkey.config;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All keys and their defaults, as {@code latchkey-reference.conf} lists them. Immutable. */
final class Reference {
    static final String RESOURCE = "/latchkey-reference.conf";
    static final String ROOT = "latchkey";

    /** Stands for the names that a deployment gives to its clients and realms. */
    static final String NAME = "NAME";

    private static final Reference INSTANCE = new Reference(load());

    private final Map<String, Object> tree;

    private Reference(Map<String, Object> tree) {
        this.tree = tree;
    }

    static Reference get() {
        return INSTANCE;
    }

    /** The keys and defaults, without the root. */
    Map<String, Object> tree() {
        return tree;
    }

    /** What a deployment gives, without the root, with the defaults of what it does not. Unknown keys become faults. */
    Section complete(Map<String, Object> given, Findings findings) {
        return new Section(ROOT, new Overlay(findings).onto(tree, given, ROOT), tree, findings);
    }

    /** Whether a path, with its root, leads to a key. */
    boolean knows(List<String> path) {
        Object node = Map.of(ROOT, tree);
        for (String segment : path) {
            Optional<Object> next = child(node, segment);
            if (next.isEmpty()) {
                return false;
            }
            node = next.get();
        }
        return true;
    }

    /** The defaults below a key: those of any name, where the names are the deployment's. */
    static Optional<Object> child(Object node, String key) {
        if (node instanceof List<?> list) {
            return key.matches("\\d+") ? Optional.of(list.isEmpty() ? Tree.ABSENT : list.get(0)) : Optional.empty();
        }
        Optional<Map<String, Object>> map = Tree.map(node);
        if (map.isPresent() && map.get().isEmpty()) {
            return Optional.of(Map.of());
        }
        return map.flatMap(keys -> Optional.ofNullable(keys.get(keys.containsKey(NAME) ? NAME : key)));
    }

    private static Map<String, Object> load() {
        URL resource = Objects.requireNonNull(
                Reference.class.getResource(RESOURCE), "the jar of Latchkey has lost its " + RESOURCE);
        Map<String, Object> file = new Hocon(Map.of(), Map.of()).read(resource);
        return Tree.map(file.getOrDefault(ROOT, Map.of())).orElseGet(LinkedHashMap::new);
    }
}
