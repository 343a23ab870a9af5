package dev.latchkey.jpa;

import dev.latchkey.config.AccountSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database of its own for each test: the kit's tables as its script makes them, or those that the entities of a unit ask for. */
public final class TestDatabase implements AutoCloseable {
    private static final Map<String, String> ECLIPSELINK_SCHEMAS =
            Map.of("create", "create-tables", "update", "create-tables", "none", "none", "validate", "none");

    public final SentStatements sent = new SentStatements();
    final DataSource dataSource;
    private final Runnable closePool;
    public final EntityManagerFactory factory;

    public TestDatabase(String unit) {
        this(
                unit,
                unit.startsWith("kit")
                        ? DatabaseServer.current().newDatabase()
                        : DatabaseServer.current().newDatabaseOfHost());
    }

    /** @param database which is empty */
    TestDatabase(String unit, ConnectionPoolDataSource database) {
        this(unit, unit.startsWith("kit") ? migrate(database) : database, unit.startsWith("kit") ? "none" : "create");
    }

    TestDatabase(String unit, ConnectionPoolDataSource database, String schema) {
        this(unit, Jta.isCurrent() ? new Pool(Jta.dataSource(database), () -> {}) : Pool.of(database), schema);
    }

    private TestDatabase(String unit, Pool pool, String schema) {
        this(unit, pool.source(), schema, pool.close());
    }

    private record Pool(DataSource source, Runnable close) {
        static Pool of(ConnectionPoolDataSource database) {
            JdbcConnectionPool pool = pool(database);
            return new Pool(pool, pool::dispose);
        }
    }

    /** @param pool which is closed with this */
    TestDatabase(String unit, DataSource pool, String schema, Runnable closePool) {
        this.dataSource = pool;
        this.closePool = closePool;
        factory = Persistence.createEntityManagerFactory(unit, properties(pool, schema));
        sent.take();
    }

    static JdbcConnectionPool pool(ConnectionPoolDataSource database) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(database);
        pool.setMaxConnections(40);
        return pool;
    }

    static ConnectionPoolDataSource migrate(ConnectionPoolDataSource database) {
        Sql.run(database, Sql.migration(DatabaseServer.currentName()));
        return database;
    }

    Map<String, Object> properties(DataSource source, String schema) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.provider", Provider.current().className());
        if (Jta.isCurrent()) {
            properties.putAll(Jta.properties(sent.of(source)));
        } else {
            properties.put("jakarta.persistence.nonJtaDataSource", sent.of(source));
        }
        properties.put("hibernate.hbm2ddl.auto", schema);
        properties.put("eclipselink.ddl-generation", ECLIPSELINK_SCHEMAS.get(schema));
        properties.put("eclipselink.deploy-on-startup", "true");
        properties.put("eclipselink.logging.level", "SEVERE");
        properties.put("eclipselink.session.customizer", WithoutRetries.class.getName());
        return properties;
    }

    JpaStorage storage() {
        return storage(AccountSettings.OWN);
    }

    JpaStorage storage(AccountSettings accounts) {
        JpaStorage storage = Jta.isCurrent()
                ? JpaStorage.over(factory, accounts, Jta.boundaries())
                : JpaStorage.over(factory, accounts);
        sent.take();
        return storage;
    }

    /** Stores an entity as the host itself would. */
    public void persist(Object entity) {
        if (Jta.isCurrent()) {
            Jta.run(() -> persistIn(entity, EntityManager::joinTransaction, joined -> {}));
        } else {
            persistIn(entity, own -> own.getTransaction().begin(), own -> own.getTransaction()
                    .commit());
        }
    }

    private void persistIn(Object entity, Consumer<EntityManager> begin, Consumer<EntityManager> commit) {
        EntityManager entityManager = factory.createEntityManager();
        begin.accept(entityManager);
        entityManager.persist(entity);
        commit.accept(entityManager);
        entityManager.close();
    }

    @Override
    public void close() {
        factory.close();
        closePool.run();
    }
}
