package dev.latchkey.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** A database with Spring Security's tables, filled as its repositories fill them. */
final class SpringTables {
    final JdbcDataSource database = new JdbcDataSource();

    SpringTables() {
        this("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    SpringTables(String url) {
        database.setURL(url);
        database.setUser("sa");
        Sql.script(database, "/spring-security.sql");
    }

    void add(String user, Device device) {
        try (Connection connection = database.getConnection()) {
            add(connection, user, device);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void add(Connection connection, String user, Device device) throws SQLException {
        try (PreparedStatement entity =
                        connection.prepareStatement("insert into user_entities values (?, ?, 'Display Name')");
                PreparedStatement credential = connection.prepareStatement(
                        "insert into user_credentials values (?, ?, ?, ?, true, ?, ?, 'public-key', ?, ?, ?, ?, ?, ?)")) {
            entity.setString(1, device.userHandle().toBase64Url());
            entity.setString(2, user);
            entity.executeUpdate();
            credential.setString(1, device.credentialId().toBase64Url());
            credential.setString(2, device.userHandle().toBase64Url());
            credential.setBytes(3, device.publicKey().toArray());
            credential.setLong(4, 0);
            credential.setBoolean(5, true);
            credential.setString(6, "internal,hybrid");
            credential.setBoolean(7, true);
            credential.setBytes(8, new byte[] {1});
            credential.setBytes(9, new byte[] {2});
            credential.setTimestamp(10, Timestamp.from(Kit.NOW));
            credential.setTimestamp(11, Timestamp.from(Kit.NOW.plusSeconds(60)));
            credential.setString(12, "My phone");
            credential.executeUpdate();
        }
    }
}
