package dev.latchkey.jpa;

import dev.latchkey.config.AccountSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database in memory, of its own for each test, with the tables that the entities of a unit ask for. */
public final class TestDatabase implements AutoCloseable {
    public final SentStatements sent = new SentStatements();
    final JdbcConnectionPool dataSource;
    public final EntityManagerFactory factory;

    public TestDatabase(String unit) {
        this(unit, "create");
    }

    TestDatabase(String unit, String schema) {
        this(unit, schema, newDataSource());
    }

    TestDatabase(String unit, String schema, JdbcDataSource database) {
        dataSource = JdbcConnectionPool.create(database);
        dataSource.setMaxConnections(40);
        factory = Persistence.createEntityManagerFactory(unit, properties(dataSource, schema));
        sent.take();
    }

    static JdbcDataSource newDataSource() {
        return newDataSource("");
    }

    /** A new database with settings of H2's, as its address has them. */
    static JdbcDataSource newDataSource(String settings) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
        return dataSource;
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
