package dev.latchkey.jpa.internal;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.jpa.entity.Micros;
import dev.latchkey.storage.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a storage does, over an open and checked persistence unit. Thread-safe. */
public final class Engine {
    private final Transactions transactions;
    private final Mappings mappings;
    private final AccountDirectory directory;

    private Engine(Transactions transactions, Mappings mappings, AccountDirectory directory) {
        this.transactions = transactions;
        this.mappings = mappings;
        this.directory = directory;
    }

    /**
     * Checks what the unit maps.
     *
     * @throws ConfigurationException with everything that does not fit
     */
    public static Engine start(EntityManagerFactory factory, AccountSettings accounts, BoundaryFinder boundaries) {
        List<String> faults = new ArrayList<>();
        Transactions transactions =
                new Transactions(factory, boundaries.find(factory, faults).orElseGet(ResourceLocalBoundary::new));
        Mappings mappings = Mappings.resolve(new MappingFinder(factory.getMetamodel(), faults));
        Supplier<AccountDirectory> directory =
                Directories.choose(accounts, factory.getMetamodel(), mappings, transactions, faults);
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new Engine(transactions, mappings, directory.get());
    }

    /** See {@link dev.latchkey.storage.Storage#inTransaction(Function)}. */
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
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
