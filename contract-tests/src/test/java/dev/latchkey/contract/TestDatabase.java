package dev.latchkey.contract;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * An H2 database in memory with the kit's tables. Opening one takes longer than most tests, so that one that is closed is emptied, and used
 * again; signing keys stay, unless others came to the first ones.
 */
final class TestDatabase implements AutoCloseable {
    private static final Queue<TestDatabase> IDLE = new ConcurrentLinkedQueue<>();

    private final EntityManagerFactory factory;

    private TestDatabase(Map<String, Object> connections) {
        Map<String, Object> properties = new HashMap<>(connections);
        properties.put("hibernate.generate_statistics", "true");
        properties.put("hibernate.session_factory.statement_inspector", SentStatements.class.getName());
        factory = Persistence.createEntityManagerFactory("latchkey", properties);
    }

    private static TestDatabase inMemory() {
        return new TestDatabase(Map.of(
                "jakarta.persistence.jdbc.url",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "hibernate.connection.pool_size",
                "40"));
    }

    /** A database of the test's own, that the test closes. */
    static TestDatabase of(DataSource connections) {
        return new TestDatabase(Map.of("jakarta.persistence.nonJtaDataSource", connections));
    }

    static TestDatabase open() {
        TestDatabase idle = IDLE.poll();
        return idle == null ? inMemory() : idle;
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** The number of transactions since it was first opened. */
    long transactions() {
        return sessions().getStatistics().getTransactionCount();
    }

    /** The number of rows of a table. */
    long rows(String table) {
        return query(Long.class, "select count(*) from " + table);
    }

    /** The one value that SQL asks for. */
    <T> T query(Class<T> type, String sql) {
        return sessions()
                .fromSession(session -> session.createNativeQuery(sql, type).getSingleResult());
    }

    /** Changes rows as the host's own administration would. */
    void update(String sql) {
        sessions().inTransaction(session -> execute(session, sql));
    }

    @Override
    public void close() {
        sessions().inTransaction(session -> Stream.of(
                        "latchkey_refresh_token",
                        "latchkey_spent_session",
                        "latchkey_passkey",
                        "latchkey_user_handle",
                        "latchkey_account",
                        "resident_roles",
                        "resident")
                .forEach(table -> execute(session, "delete from " + table)));
        if (query(Long.class, "select count(*) from latchkey_signing_key where key_id not in ('RS256-1', 'ES256-1')")
                > 0) {
            update("delete from latchkey_signing_key");
        }
        IDLE.add(this);
    }

    private static void execute(Session session, String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    private SessionFactory sessions() {
        return factory.unwrap(SessionFactory.class);
    }
}
