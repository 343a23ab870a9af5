package dev.latchkey.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A PostgreSQL with the kit's tables, whose processes can be killed. A commit that was confirmed has been handed to the operating system,
 * which lives on.
 */
final class Database implements AutoCloseable {
    private static final String MIGRATION = "/dev/latchkey/jpa/migration/postgresql/V1__latchkey.sql";

    private final EmbeddedPostgres.Builder builder;
    private final Path data;
    private EmbeddedPostgres server;

    private Database(Path directory) {
        data = directory.resolve("data");
        builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on");
        server = start();
        builder.setPort(server.getPort());
    }

    static Database in(Path directory) {
        Database database = new Database(directory);
        database.execute(migration());
        return database;
    }

    /** Where it is, with its user. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres") + "&connectTimeout=2";
    }

    /** SIGKILL to the server and its children. */
    void kill() {
        ProcessHandle postmaster = postmaster();
        for (ProcessHandle process :
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList()) {
            process.destroyForcibly();
        }
        postmaster.onExit().join();
    }

    /** Starts the server on the same data and port. */
    void restart() {
        close();
        server = start();
    }

    /** The number that a query selects. */
    long number(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres start() {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String migration() {
        try (InputStream script = Objects.requireNonNull(Database.class.getResourceAsStream(MIGRATION), MIGRATION)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
