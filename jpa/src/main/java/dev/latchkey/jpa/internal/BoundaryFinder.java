package dev.latchkey.jpa.internal;

import dev.latchkey.config.StorageSettings;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SynchronizationType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds how a unit's transactions begin and end.
 *
 * @param userTransaction the name of the {@code UserTransaction}, where the settings have one
 * @param dataSource the name of the data source, where the settings have one
 * @param hostObjects the host's objects by name
 */
public record BoundaryFinder(
        Optional<String> userTransaction, Optional<String> dataSource, Function<String, Optional<Object>> hostObjects) {
    static final String KEY = "latchkey.storage.user-transaction";

    /** For a factory of the host's, without settings. */
    public static final BoundaryFinder BY_DEFAULT =
            new BoundaryFinder(Optional.empty(), Optional.empty(), name -> Optional.empty());

    /** As the settings say. */
    public static BoundaryFinder of(StorageSettings settings, Function<String, Optional<Object>> hostObjects) {
        return new BoundaryFinder(settings.userTransaction(), settings.dataSource(), hostObjects);
    }

    /** Empty with a fault. */
    Optional<TransactionBoundary> find(EntityManagerFactory factory, List<String> faults) {
        if (isResourceLocal(factory)) {
            userTransaction.ifPresent(
                    name -> faults.add(
                            KEY + " = " + name + ": has no effect, as the unit's transactions"
                                    + " are resource-local; leave it out, or write transaction-type=\"JTA\" in persistence.xml"));
            return Optional.of(new ResourceLocalBoundary());
        }
        if (dataSource.isPresent() && userTransaction.isEmpty()) {
            faults.add(
                    KEY + ": is missing; beside latchkey.storage.data-source a unit with transaction-type=\"JTA\" needs"
                            + " it named, say java:comp/UserTransaction");
            return Optional.empty();
        }
        return JtaBoundary.find(new HostObjects(hostObjects, faults), userTransaction);
    }

    /** What every provider says alike: an entity manager of such a unit cannot be told how to take part in JTA's transactions. */
    private static boolean isResourceLocal(EntityManagerFactory factory) {
        try {
            factory.createEntityManager(SynchronizationType.SYNCHRONIZED).close();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
