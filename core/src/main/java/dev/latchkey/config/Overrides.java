package dev.latchkey.config;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Dotted keys laid over a tree: properties files, system properties and environment variables. */
final class Overrides {
    private static final String PREFIX = Reference.ROOT + ".";
    private static final String ENVIRONMENT_PREFIX = "LATCHKEY_";

    private Overrides() {}

    /** What starts with {@code latchkey.}, over the tree. Names that start otherwise are left alone. */
    static void properties(Map<String, String> properties, Map<String, Object> tree) {
        new TreeMap<>(properties).forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                Tree.put(tree, Hocon.path(name), value);
            }
        });
    }

    /**
     * What starts with {@code LATCHKEY_}, over the tree. A variable that names no key is only a warning: orchestrators set such
     * for a service of that name.
     */
    static void environment(Map<String, String> environment, Map<String, Object> tree, Findings findings) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(ENVIRONMENT_PREFIX)) {
                String name = unmangled(variable);
                if (!name.contains("..")
                        && !name.endsWith(".")
                        && Reference.get().knows(Hocon.path(name))) {
                    Tree.put(tree, Hocon.path(name), value);
                } else {
                    findings.warningWithoutValue(
                            variable, "this environment variable is ignored, there is no key " + name);
                }
            }
        });
    }

    /** {@code LATCHKEY_TOKENS_ID__TOKEN__LIFETIME} is {@code latchkey.tokens.id-token-lifetime}; three underscores are one. */
    static String unmangled(String variable) {
        return variable.toLowerCase(Locale.ROOT)
                .replace("___", "\0")
                .replace("__", "-")
                .replace('_', '.')
                .replace('\0', '_');
    }

    static Map<String, String> map(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
