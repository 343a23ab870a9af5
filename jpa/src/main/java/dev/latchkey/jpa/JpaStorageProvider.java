package dev.latchkey.jpa;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.StorageSettings;
import dev.latchkey.jpa.internal.BoundaryFinder;
import dev.latchkey.jpa.internal.HostObjects;
import dev.latchkey.jpa.internal.Units;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageProvider;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Opens a {@link JpaStorage} as section {@code latchkey.storage} says. */
public final class JpaStorageProvider implements StorageProvider {

    /**
     * Opens the persistence unit, or takes the host's factory, which then stays open when the storage closes. If the database is not there
     * yet, its tables are not tried.
     *
     * @throws ConfigurationException with everything that does not fit
     */
    @Override
    public Storage open(
            StorageSettings storage, AccountSettings accounts, Function<String, Optional<Object>> hostObjects) {
        List<String> faults = new ArrayList<>();
        HostObjects objects = new HostObjects(hostObjects, faults);
        Optional<DataSource> dataSource = storage.dataSource().flatMap(objects::dataSource);
        Optional<EntityManagerFactory> factory = storage.entityManagerFactory()
                .flatMap(name ->
                        objects.find("latchkey.storage.entity-manager-factory", name, EntityManagerFactory.class));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        BoundaryFinder boundaries = BoundaryFinder.of(storage, hostObjects);
        return factory.isPresent()
                ? JpaStorage.over(factory.get(), accounts, boundaries)
                : JpaStorage.owning(Units.open(storage, dataSource), accounts, boundaries);
    }
}
