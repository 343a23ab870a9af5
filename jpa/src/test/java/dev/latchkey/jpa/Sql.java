package dev.latchkey.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;

/** SQL that tests send by themselves. */
final class Sql {
    private Sql() {}

    private interface Work {
        void run(Statement statement) throws SQLException;
    }

    /** Runs statements, separated by semicolons. */
    static void run(ConnectionPoolDataSource database, String statements) {
        with(database, statement -> {
            for (String sql : statements.split(";", 0)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        });
    }

    /** The first column of what a query finds. */
    static List<String> list(ConnectionPoolDataSource database, String query) {
        return list(database, query, 1);
    }

    /** One column of what a query finds, counted from 1. */
    static List<String> list(ConnectionPoolDataSource database, String query, int column) {
        List<String> found = new ArrayList<>();
        with(database, statement -> {
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(rows.getString(column));
                }
            }
        });
        return found;
    }

    private static void with(ConnectionPoolDataSource database, Work work) {
        try {
            PooledConnection pooled = database.getPooledConnection();
            try (Connection connection = pooled.getConnection();
                    Statement statement = connection.createStatement()) {
                work.run(statement);
            } finally {
                pooled.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The kit's script for a database. */
    static String migration(String folder) {
        return resource("/dev/latchkey/jpa/migration/" + folder + "/V1__latchkey.sql");
    }

    static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(Sql.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
