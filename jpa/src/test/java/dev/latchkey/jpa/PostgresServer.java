package dev.latchkey.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** PostgreSQL on a free port of this machine's own; a database is a schema. */
final class PostgresServer implements DatabaseServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final String url;

    private PostgresServer(int port) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    private static final class Shared {
        static final PostgresServer SERVER = new PostgresServer(start().getPort());
    }

    static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** Nothing has to outlive the test, so nothing waits for the disk. */
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public PGConnectionPoolDataSource newDatabase() {
        return newDatabase("");
    }

    @Override
    public PGConnectionPoolDataSource newImpatientDatabase() {
        return newDatabase("&options=-c%20lock_timeout=30");
    }

    @Override
    public PGConnectionPoolDataSource newDatabaseWithSnapshots() {
        return newDatabase("&options=-c%20default_transaction_isolation=serializable");
    }

    private PGConnectionPoolDataSource newDatabase(String settings) {
        String schema = "test_" + SCHEMAS.incrementAndGet();
        Sql.run(dataSource(url), "create schema " + schema);
        return dataSource(url + "&currentSchema=" + schema + settings);
    }

    static PGConnectionPoolDataSource dataSource(String url) {
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }
}
