package dev.latchkey.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads HOCON. The only class that sees Typesafe Config, and it never asks for the host's own {@code reference.conf}. */
final class Hocon {
    private static final ConfigParseOptions OPTIONS =
            ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);

    private final Config substitutions;

    /** With what <code>${…}</code> may name beside the file's own keys; overrides of ours are none of that. */
    Hocon(Map<String, String> systemProperties, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.putAll(systemProperties);
        properties.keySet().removeIf(name -> name.toString().startsWith(Reference.ROOT + "."));
        substitutions = ConfigFactory.parseProperties(properties)
                .withFallback(ConfigValueFactory.fromMap(environment, "environment"));
    }

    /**
     * The tree of a file, with its root {@code latchkey} on top.
     *
     * @throws ConfigurationException if it is no HOCON, or cannot be read
     */
    Map<String, Object> read(URL url) {
        return tree(url.toString(), () -> ConfigFactory.parseURL(url, OPTIONS));
    }

    /**
     * The tree of a text.
     *
     * @throws ConfigurationException if it is no HOCON
     */
    Map<String, Object> parse(String text) {
        return tree("the text", () -> ConfigFactory.parseString(text, OPTIONS));
    }

    /** The segments of a dotted path, where quotes keep a segment with a dot together. */
    static List<String> path(String dotted) {
        try {
            return ConfigUtil.splitPath(dotted);
        } catch (ConfigException e) {
            throw new ConfigurationException(List.of(dotted + ": is no key: " + e.getMessage()));
        }
    }

    private Map<String, Object> tree(String origin, Supplier<Config> file) {
        try {
            Config own = file.get();
            Config resolved = own.withFallback(substitutions)
                    .resolve(ConfigResolveOptions.defaults().setUseSystemEnvironment(false));
            Map<String, Object> tree = new TreeMap<>(resolved.root());
            tree.keySet().retainAll(own.root().keySet());
            tree.replaceAll((key, value) -> copy(((ConfigValue) value).unwrapped()));
            return tree;
        } catch (ConfigException e) {
            throw new ConfigurationException(List.of(origin + ": cannot be read: " + e.getMessage()));
        }
    }

    private static Object copy(@Nullable Object value) {
        if (value == null) {
            return Tree.ABSENT;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            map.forEach((key, child) -> copy.put(key.toString(), copy(child)));
            return copy;
        }
        return value instanceof Collection<?> list
                ? list.stream().map(Hocon::copy).toList()
                : value;
    }
}
