package dev.latchkey.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of the run's own, with a database for each server, that counts what it executes. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final boolean counting;
    private int databases;

    Postgres() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("max_connections", "300")
                .start();
        counting = execute("create extension if not exists pg_stat_statements", "template1");
    }

    /** The URL of a new database, with its user. */
    String newDatabase() throws IOException {
        String name = "bench" + ++databases;
        if (!execute("create database " + name, "postgres")) {
            throw new IOException("PostgreSQL made no database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    String version() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    Statements statements(String url) throws IOException {
        try {
            return counting ? Statements.read(url) : Statements.UNKNOWN;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Executes statements, separated by semicolons. */
    static void run(String url, String sql) throws IOException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private boolean execute(String sql, String database) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            System.err.println(sql + ": " + e.getMessage());
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
