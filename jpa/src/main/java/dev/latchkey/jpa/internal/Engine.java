package dev.latchkey.jpa.internal;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.jpa.entity.Micros;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.storage.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a storage does, over an open and checked persistence unit. Thread-safe. */
public final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Transactions transactions;
    private final Mappings mappings;
    private final AccountDirectory directory;

    private Engine(Transactions transactions, Mappings mappings, AccountDirectory directory) {
        this.transactions = transactions;
        this.mappings = mappings;
        this.directory = directory;
    }

    /**
     * Checks what the unit maps, and tries whether its tables take it, unless there is no database yet: a node may start before it.
     *
     * @throws ConfigurationException with everything that does not fit
     */
    public static Engine start(EntityManagerFactory factory, AccountSettings accounts, BoundaryFinder boundaries) {
        return open(factory, boundaries, faults -> AccountMapping.of(accounts, factory.getMetamodel(), faults));
    }

    /** As {@link #start(EntityManagerFactory, AccountSettings, BoundaryFinder)}, with accounts that need no entity. */
    public static Engine start(EntityManagerFactory factory, AccountStore accounts) {
        return open(factory, BoundaryFinder.BY_DEFAULT, faults -> AccountMapping.of(accounts));
    }

    private static Engine open(
            EntityManagerFactory factory, BoundaryFinder boundaries, Function<List<String>, AccountMapping> accounts) {
        List<String> faults = new ArrayList<>();
        Transactions transactions =
                new Transactions(factory, boundaries.find(factory, faults).orElseGet(ResourceLocalBoundary::new));
        Mappings mappings = Mappings.resolve(new MappingFinder(factory.getMetamodel(), faults));
        AccountMapping account = accounts.apply(faults);
        refuse(faults);
        AccountDirectory directory = account.open(mappings, transactions);
        try {
            refuse(new TableTrial(transactions).faults(mappings, account));
            directory.prepare();
        } catch (StorageUnavailableException e) {
            LOG.warn("The database is not there yet; its tables were not tried", e);
        }
        return new Engine(transactions, mappings, directory);
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    /** See {@link dev.latchkey.storage.Storage#inTransaction(Function)}. */
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        directory.prepare();
        return transactions.run(statements -> work.apply(new JpaUnitOfWork(statements, mappings, directory)));
    }

    /** See {@link dev.latchkey.storage.Storage#purgeExpired(Instant, int)}. */
    public int purgeExpired(Instant now, int atMost) {
        return transactions.run(statements -> {
            Purge purge = new Purge(statements, Micros.of(now), atMost);
            return purge.delete(mappings.spentSession(), "sessionId")
                    + purge.delete(mappings.refreshToken(), "tokenHash");
        });
    }
}
