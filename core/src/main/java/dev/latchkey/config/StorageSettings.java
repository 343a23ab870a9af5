package dev.latchkey.config;

import java.util.Map;
import java.util.Optional;

/**
 * Where the kit keeps what it keeps: section {@code latchkey.storage}.
 *
 * @param persistenceUnit the unit in {@code persistence.xml}
 * @param entityManagerFactory name of a host object that is the {@code EntityManagerFactory} to use; then no unit is opened
 * @param dataSource a JNDI name ({@code java:…}) or the name of a host object that is the {@code DataSource} of the unit
 * @param userTransaction a JNDI name or the name of a host object that is the {@code UserTransaction} of a unit whose transactions are
 *     JTA's; without it, {@code java:comp/UserTransaction}
 * @param properties handed to the persistence provider as they are
 */
public record StorageSettings(
        String persistenceUnit,
        Optional<String> entityManagerFactory,
        Optional<String> dataSource,
        Optional<String> userTransaction,
        Map<String, String> properties) {

    public StorageSettings {
        properties = Map.copyOf(properties);
    }
}
