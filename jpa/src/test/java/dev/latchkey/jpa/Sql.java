package dev.latchkey.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;

/** SQL that tests send by themselves. */
final class Sql {
    private Sql() {}

    /** Runs statements, separated by semicolons. */
    static void run(ConnectionPoolDataSource database, String statements) {
        try {
            PooledConnection pooled = database.getPooledConnection();
            try (Connection connection = pooled.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements.split(";", 0)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            } finally {
                pooled.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The kit's script for a database. */
    static String migration(String folder) {
        String file = "/dev/latchkey/jpa/migration/" + folder + "/V1__latchkey.sql";
        try (InputStream in = Objects.requireNonNull(Sql.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
