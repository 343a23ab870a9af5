package dev.latchkey.config;

/** Where the kit keeps what it keeps, section {@code latchkey.storage}. Not thread-safe. */
public final class StorageBuilder extends SectionBuilder {

    StorageBuilder() {}

    /** The unit in {@code persistence.xml}. */
    public StorageBuilder persistenceUnit(String persistenceUnit) {
        set("persistence-unit", persistenceUnit);
        return this;
    }

    /** Name of a host object that is the {@code EntityManagerFactory} to use. */
    public StorageBuilder entityManagerFactory(String entityManagerFactory) {
        set("entity-manager-factory", entityManagerFactory);
        return this;
    }

    /** A JNDI name, or the name of a host object, of the unit's {@code DataSource}. */
    public StorageBuilder dataSource(String dataSource) {
        set("data-source", dataSource);
        return this;
    }

    /** A JNDI name, or the name of a host object, of the {@code UserTransaction} for a unit whose transactions are JTA's. */
    public StorageBuilder userTransaction(String userTransaction) {
        set("user-transaction", userTransaction);
        return this;
    }

    /** Handed to the persistence provider as it is. */
    public StorageBuilder property(String name, String value) {
        setBelow("properties", name, value);
        return this;
    }
}
