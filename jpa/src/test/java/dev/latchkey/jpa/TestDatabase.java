package dev.latchkey.jpa;

import dev.latchkey.config.AccountSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database of its own for each test: the kit's tables as its script makes them, or those that the entities of a unit ask for. */
public final class TestDatabase implements AutoCloseable {
    public final SentStatements sent = new SentStatements();
    final JdbcConnectionPool dataSource;
    public final EntityManagerFactory factory;

    public TestDatabase(String unit) {
        this(unit, DatabaseServer.current().newDatabase());
    }

    /** @param database which is empty */
    TestDatabase(String unit, ConnectionPoolDataSource database) {
        this(unit, unit.startsWith("kit") ? migrate(database) : database, unit.startsWith("kit") ? "none" : "create");
    }

    TestDatabase(String unit, ConnectionPoolDataSource database, String schema) {
        dataSource = pool(database);
        factory = Persistence.createEntityManagerFactory(unit, properties(dataSource, schema));
        sent.take();
    }

    /** Over tables that are there, with every statement of whichever provider told. */
    TestDatabase(
            String unit, ConnectionPoolDataSource database, PreparedStatements prepared, Map<String, Object> settings) {
        dataSource = pool(database);
        Map<String, Object> properties = properties(prepared.on(dataSource), "none");
        properties.putAll(settings);
        factory = Persistence.createEntityManagerFactory(unit, properties);
    }

    static JdbcConnectionPool pool(ConnectionPoolDataSource database) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(database);
        pool.setMaxConnections(40);
        return pool;
    }

    private static ConnectionPoolDataSource migrate(ConnectionPoolDataSource database) {
        Sql.run(database, Sql.migration(DatabaseServer.current().name()));
        return database;
    }

    Map<String, Object> properties(DataSource source, String schema) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.nonJtaDataSource", source);
        properties.put("hibernate.hbm2ddl.auto", schema);
        properties.put("eclipselink.ddl-generation", schema.equals("create") ? "create-tables" : "none");
        properties.put("eclipselink.logging.level", "SEVERE");
        properties.put("hibernate.session_factory.statement_inspector", sent);
        return properties;
    }

    JpaStorage storage() {
        return storage(AccountSettings.OWN);
    }

    JpaStorage storage(AccountSettings accounts) {
        JpaStorage storage = JpaStorage.over(factory, accounts);
        sent.take();
        return storage;
    }

    /** Stores an entity as the host itself would. */
    public void persist(Object entity) {
        EntityManager entityManager = factory.createEntityManager();
        entityManager.getTransaction().begin();
        entityManager.persist(entity);
        entityManager.getTransaction().commit();
        entityManager.close();
    }

    @Override
    public void close() {
        factory.close();
        dataSource.dispose();
    }
}
