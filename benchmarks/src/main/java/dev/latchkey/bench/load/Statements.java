package dev.latchkey.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database has counted.
 *
 * @param commits transactions committed, {@code pg_stat_database}
 * @param calls statements executed, {@code pg_stat_statements}; transaction control is none
 */
record Statements(long commits, long calls) {
    static final Statements UNKNOWN = new Statements(-1, -1);

    static Statements read(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_clear_snapshot()");
            return new Statements(
                    one(statement, "select xact_commit from pg_stat_database where datname = current_database()"),
                    one(
                            statement,
                            "select coalesce(sum(calls), 0)::bigint from pg_stat_statements"
                                    + " where query !~* '^(begin|commit|rollback|set|show)'"));
        }
    }

    private static long one(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
