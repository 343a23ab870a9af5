package dev.latchkey.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a configuration from HOCON or properties and checks it as a whole. Keys, units and defaults are those of
 * {@code latchkey-reference.conf}.
 *
 * <p>System properties whose name starts with {@code latchkey.} override the file; environment variables whose name starts with
 * {@code LATCHKEY_} come between: {@code _} stands for a dot, {@code __} for a hyphen, {@code ___} for an underscore, so that
 * {@code LATCHKEY_CEREMONY_TIMEOUT} is {@code latchkey.ceremony.timeout}. HOCON may name both in substitutions, e.g.
 * <code>${?sample.port}</code> or <code>${DATABASE_URL}</code>.
 *
 * <p>Every method throws a {@link ConfigurationException} that lists all faults at once. Immutable and thread-safe.
 */
public final class ConfigurationReader {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReader.class);

    private final Map<String, String> systemProperties;
    private final Map<String, String> environment;

    private ConfigurationReader(Map<String, String> systemProperties, Map<String, String> environment) {
        this.systemProperties = Map.copyOf(systemProperties);
        this.environment = Map.copyOf(environment);
    }

    /** With the system properties and the environment of this process, as they are now. */
    public static ConfigurationReader ofProcess() {
        return new ConfigurationReader(Overrides.map(System.getProperties()), System.getenv());
    }

    /** With overrides of the caller's choice. */
    public static ConfigurationReader of(Map<String, String> systemProperties, Map<String, String> environment) {
        return new ConfigurationReader(systemProperties, environment);
    }

    /**
     * Reads {@code latchkey.conf}, else {@code latchkey.properties}, from the root of a class path.
     *
     * @return empty where there is neither
     * @throws ConfigurationException if there are both, or the one there is has faults
     */
    public Optional<LatchkeyConfig> onClasspath(ClassLoader loader) {
        URL hocon = loader.getResource("latchkey.conf");
        URL properties = loader.getResource("latchkey.properties");
        if (hocon != null && properties != null) {
            throw new ConfigurationException(List.of(hocon + " and " + properties + ": keep one of the two"));
        }
        return Optional.ofNullable(hocon)
                .or(() -> Optional.ofNullable(properties))
                .map(this::read);
    }

    /**
     * Reads a file: properties in UTF-8 where its name ends in {@code .properties}, else HOCON.
     *
     * @throws ConfigurationException if it cannot be read or has faults
     */
    public LatchkeyConfig read(URL file) {
        return file.getPath().endsWith(".properties") ? properties(load(file)) : checked(hocon().read(file));
    }

    /**
     * Reads a text of HOCON.
     *
     * @throws ConfigurationException if it has faults
     */
    public LatchkeyConfig parse(String hocon) {
        return checked(hocon().parse(hocon));
    }

    /**
     * Reads properties with dotted keys, e.g. {@code latchkey.domains.0.host}. Those without the prefix are left alone.
     *
     * @throws ConfigurationException if they have faults
     */
    public LatchkeyConfig properties(Map<String, String> properties) {
        Map<String, Object> tree = new TreeMap<>();
        Overrides.properties(properties, tree);
        return checked(tree);
    }

    private Hocon hocon() {
        return new Hocon(systemProperties, environment);
    }

    private LatchkeyConfig checked(Map<String, Object> tree) {
        Findings overrides = new Findings();
        Overrides.environment(environment, tree, overrides);
        Overrides.properties(systemProperties, tree);
        for (String warning : overrides.warnings()) {
            LOG.warn(warning);
        }
        return ConfigurationAssembly.ofFile(tree);
    }

    private static Map<String, String> load(URL file) {
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return Overrides.map(properties);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(List.of(file + ": cannot be read: " + e.getMessage()));
        }
    }
}
