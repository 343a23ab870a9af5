package dev.latchkey.storage;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.StorageSettings;
import java.util.Optional;
import java.util.function.Function;

/** How a storage module offers itself, found by {@link java.util.ServiceLoader}. */
public interface StorageProvider {

    /**
     * Opens the storage.
     *
     * @param storage where it is
     * @param accounts how the host's accounts are found in it
     * @param hostObjects objects of the host by name, for the settings that name one (a data source, an entity manager factory)
     * @throws dev.latchkey.config.ConfigurationException if the settings do not fit, naming key, value and remedy
     */
    Storage open(StorageSettings storage, AccountSettings accounts, Function<String, Optional<Object>> hostObjects);
}
