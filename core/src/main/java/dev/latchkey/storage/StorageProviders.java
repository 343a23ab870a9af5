package dev.latchkey.storage;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.LatchkeyConfig;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** The provider that the class path offers. One of the application's own comes before the kit's. */
public final class StorageProviders {
    private static final String SERVICE = StorageProvider.class.getName();
    private static final String OF_THE_KIT = "dev.latchkey.jpa.";

    private StorageProviders() {}

    /**
     * Finds it.
     *
     * @throws ConfigurationException if there is none, or there are several, or it lacks a class
     */
    public static StorageProvider on(ClassLoader loader) {
        try {
            List<ServiceLoader.Provider<StorageProvider>> offered =
                    ServiceLoader.load(StorageProvider.class, loader).stream().toList();
            List<ServiceLoader.Provider<StorageProvider>> own = offered.stream()
                    .filter(provider -> !provider.type().getName().startsWith(OF_THE_KIT))
                    .toList();
            return only(own.isEmpty() ? offered : own).get();
        } catch (ServiceConfigurationError e) {
            throw e.getCause() instanceof LinkageError missing
                    ? lacking(missing)
                    : fault("META-INF/services/" + SERVICE + " on the class path: " + e.getMessage());
        }
    }

    /**
     * Opens the storage of a configuration.
     *
     * @throws ConfigurationException if the settings do not fit, or the provider lacks a class
     */
    public static Storage open(
            StorageProvider provider, LatchkeyConfig config, Function<String, Optional<Object>> hostObjects) {
        AccountSettings accounts = config.accounts();
        try {
            return provider.open(config.storage(), accounts, hostObjects);
        } catch (NoClassDefFoundError e) {
            throw lacking(e);
        }
    }

    private static ServiceLoader.Provider<StorageProvider> only(List<ServiceLoader.Provider<StorageProvider>> offered) {
        if (offered.isEmpty()) {
            throw fault("the class path has no " + SERVICE
                    + ": add dev.latchkey:latchkey-jpa to the application, or build a Latchkey with a storage of your own and put"
                    + " it into the ServletContext attribute dev.latchkey.Latchkey");
        }
        if (offered.size() > 1) {
            List<String> names =
                    offered.stream().map(provider -> provider.type().getName()).toList();
            throw fault("the class path offers " + offered.size() + " of " + SERVICE + ": " + String.join(", ", names)
                    + "; keep one, or put the one to use into the ServletContext attribute of that name");
        }
        return offered.get(0);
    }

    private static ConfigurationException lacking(LinkageError missing) {
        boolean persistence = String.valueOf(missing.getMessage()).contains("jakarta/persistence");
        String remedy = persistence
                ? "neither the application nor the container has Jakarta Persistence 3.1; add a provider such as Hibernate to"
                        + " one of them, or offer a " + SERVICE + " of your own"
                : "put that class, and what wants it, on one class path: the application's or the server's";
        return fault("the storage cannot be opened, for a class is missing (" + missing + "): " + remedy);
    }

    private static ConfigurationException fault(String text) {
        return new ConfigurationException(List.of(text));
    }
}
