package dev.latchkey.transfer;

import dev.latchkey.passkey.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code user_credentials} and {@code user_entities} that Spring Security's {@code JdbcUserCredentialRepository} and
 * {@code JdbcPublicKeyCredentialUserEntityRepository} keep. Rows are read one after the other as the database sends them; nothing is
 * written. Timestamps have no zone there: read them in a JVM of the same default time zone as the one that wrote them.
 */
public final class SpringSecuritySource implements PasskeySource {
    private static final int FETCH_ROWS = 500;
    private static final String SQL = "select c.credential_id, c.user_entity_user_id, c.public_key, c.signature_count,"
            + " c.backup_eligible, c.backup_state, c.authenticator_transports, c.public_key_credential_type,"
            + " c.created, c.last_used, c.label, e.name"
            + " from user_credentials c left join user_entities e on e.id = c.user_entity_user_id";

    private final DataSource database;
    private final Function<String, AccountKey> owner;

    /**
     * Reads from a database.
     *
     * @param database that has the tables, in its default schema
     * @param owner whom {@code user_entities.name} means here, e.g. {@code AccountKey.Kind.EMAIL::of}
     */
    public SpringSecuritySource(DataSource database, Function<String, AccountKey> owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public void forEach(Consumer<Row> rows) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(SQL)) {
                select.setFetchSize(FETCH_ROWS);
                try (ResultSet found = select.executeQuery()) {
                    for (long number = 1; found.next(); number++) {
                        rows.accept(row(number, found));
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new SourceException(
                    "user_credentials and user_entities cannot be read: " + e.getMessage()
                            + "; check the address, the user's rights and the default schema",
                    e);
        }
    }

    private Row row(long number, ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (name == null) {
            return new Row.Unreadable(number, "user_entities has no row for user_entity_user_id");
        }
        String type = row.getString("public_key_credential_type");
        if (!"public-key".equals(type)) {
            return new Row.Unreadable(number, "public_key_credential_type is not public-key");
        }
        try {
            return new Row.Read(number, read(row, owner.apply(name)));
        } catch (IllegalArgumentException e) {
            return new Row.Unreadable(number, String.valueOf(e.getMessage()));
        }
    }

    private static PasskeyRecord read(ResultSet row, AccountKey account) throws SQLException {
        PasskeyRecordBuilder passkey = PasskeyRecord.of(
                        account,
                        id("credential_id", row.getString("credential_id")),
                        id("user_entity_user_id", row.getString("user_entity_user_id")),
                        Bytes.of(row.getBytes("public_key")))
                .signCount(row.getLong("signature_count"))
                .backup(row.getBoolean("backup_eligible"), row.getBoolean("backup_state"))
                .transports(transports(row.getString("authenticator_transports")));
        text(row.getString("label")).ifPresent(passkey::name);
        time(row.getTimestamp("created")).ifPresent(passkey::createdAt);
        time(row.getTimestamp("last_used")).ifPresent(passkey::lastUsedAt);
        return passkey.build();
    }

    private static Bytes id(String column, String base64url) {
        try {
            return Bytes.fromBase64Url(base64url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(column + " is not unpadded base64url", e);
        }
    }

    private static List<String> transports(@Nullable String commaSeparated) {
        return text(commaSeparated)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    private static Optional<String> text(@Nullable String column) {
        return Optional.ofNullable(column).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Instant> time(@Nullable Timestamp column) {
        return Optional.ofNullable(column).map(Timestamp::toInstant);
    }
}
