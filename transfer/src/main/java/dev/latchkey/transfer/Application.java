package dev.latchkey.transfer;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.ConfigurationReader;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.StorageSettings;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageProvider;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import javax.sql.DataSource;

/** The application whose passkeys they are: its configuration and its storage, opened outside of its container. */
final class Application {
    private static final String DATA_SOURCE = "command-line";

    private final LatchkeyConfig config;
    private final Optional<DataSource> dataSource;

    private Application(LatchkeyConfig config, Optional<DataSource> dataSource) {
        this.config = config;
        this.dataSource = dataSource;
    }

    /**
     * Reads the configuration.
     *
     * @param dataSource in place of the container's
     * @throws ConfigurationException if it is not there or has faults
     */
    static Application of(Optional<String> file, Optional<DataSource> dataSource) {
        ConfigurationReader reader = ConfigurationReader.ofProcess();
        LatchkeyConfig config = file.isPresent()
                ? read(reader, Path.of(file.get()))
                : reader.onClasspath(loader())
                        .orElseThrow(() -> new UsageException("there is no latchkey.conf or latchkey.properties on the"
                                + " class path: name it by --config, e.g. --config WEB-INF/latchkey.conf"));
        return new Application(config, dataSource);
    }

    private static LatchkeyConfig read(ConfigurationReader reader, Path file) {
        if (!Files.isReadable(file)) {
            throw new UsageException("--config " + file + ": there is no such file that can be read");
        }
        try {
            return reader.read(file.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new UsageException("--config " + file + ": " + e.getMessage());
        }
    }

    LatchkeyConfig config() {
        return config;
    }

    /** @throws ConfigurationException if the storage does not fit the configuration */
    Storage open() {
        Function<String, Optional<Object>> objects =
                name -> dataSource.<Object>map(source -> source).filter(source -> name.equals(DATA_SOURCE));
        return provider().open(settings(), config.accounts(), objects);
    }

    private StorageSettings settings() {
        StorageSettings given = config.storage();
        return dataSource.isEmpty()
                ? given
                : new StorageSettings(
                        given.persistenceUnit(),
                        Optional.empty(),
                        Optional.of(DATA_SOURCE),
                        Optional.empty(),
                        given.properties());
    }

    private static StorageProvider provider() {
        List<StorageProvider> found = ServiceLoader.load(StorageProvider.class, loader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() != 1) {
            throw new ConfigurationException(List.of("the class path offers " + found.size() + " of "
                    + StorageProvider.class.getName() + ": put WEB-INF/classes and every jar of WEB-INF/lib on it"));
        }
        return found.get(0);
    }

    private static ClassLoader loader() {
        return Application.class.getClassLoader();
    }
}
