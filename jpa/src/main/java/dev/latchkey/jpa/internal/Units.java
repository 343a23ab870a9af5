package dev.latchkey.jpa.internal;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.StorageSettings;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Opens persistence units. */
public final class Units {
    private static final String BESIDE_DATA_SOURCE =
            "; latchkey.storage.user-transaction must be named if it says transaction-type=\"JTA\", and only then";

    private Units() {}

    /**
     * Opens the unit that the settings name.
     *
     * @throws ConfigurationException if there is none of that name, or its provider cannot open it
     */
    public static EntityManagerFactory open(StorageSettings settings, Optional<DataSource> dataSource) {
        Map<String, Object> properties = new HashMap<>(settings.properties());
        dataSource.ifPresent(source -> properties.put(
                settings.userTransaction().isPresent()
                        ? "jakarta.persistence.jtaDataSource"
                        : "jakarta.persistence.nonJtaDataSource",
                source));
        try {
            EntityManagerFactory factory =
                    Persistence.createEntityManagerFactory(settings.persistenceUnit(), properties);
            EclipseLinkRetries.switchOff(factory);
            return factory;
        } catch (RuntimeException e) {
            ConfigurationException fault = new ConfigurationException(List.of("latchkey.storage.persistence-unit = "
                    + settings.persistenceUnit() + ": cannot be opened: " + rootCause(e)
                    + "; check META-INF/persistence.xml, its data source, and that a persistence provider is there"
                    + (dataSource.isPresent() ? BESIDE_DATA_SOURCE : "")));
            fault.initCause(e);
            throw fault;
        }
    }

    private static String rootCause(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
