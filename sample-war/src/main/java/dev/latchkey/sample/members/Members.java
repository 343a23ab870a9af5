package dev.latchkey.sample.members;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** The member table. Thread-safe. */
public final class Members {

    private static final String FIND = "select * from member where email = ?";
    private static final String ADD =
            "insert into member (email, full_name, joined, role, password_hash, password_salt, password_iterations)"
                    + " values (?, ?, ?, 'member', ?, ?, ?)";
    private static final String SET_PASSWORD =
            "update member set password_hash = ?, password_salt = ?, password_iterations = ? where id = ?";

    private final DataSource database;

    public Members(DataSource database) {
        this.database = database;
    }

    /** Email addresses are kept and compared in lower case, without blanks around. */
    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public Optional<Member> find(String email) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, normalized(email));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** The member with this email address and password; takes as long whether or not there is one. */
    public Optional<Member> authenticate(String email, String password) throws SQLException {
        Optional<Member> member = find(email).filter(Member::hasPassword);
        if (member.isEmpty()) {
            StoredPassword.matchNobody(password);
        }
        return member.filter(found -> found.password().orElseThrow().matches(password));
    }

    public void add(String email, String fullName, String password) throws SQLException, EmailTakenException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, normalized(email));
            statement.setString(2, fullName.strip());
            statement.setTimestamp(3, Timestamp.from(Instant.now()));
            bind(statement, 4, StoredPassword.of(password));
            statement.executeUpdate();
        } catch (SQLIntegrityConstraintViolationException e) {
            throw new EmailTakenException(e);
        }
    }

    public void setPassword(Member member, String password) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SET_PASSWORD)) {
            bind(statement, 1, StoredPassword.of(password));
            statement.setLong(4, member.id());
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, StoredPassword password) throws SQLException {
        statement.setString(first, password.hash());
        statement.setString(first + 1, password.salt());
        statement.setInt(first + 2, password.iterations());
    }

    private static Member read(ResultSet row) throws SQLException {
        Optional<StoredPassword> password = Optional.empty();
        if (row.getString("password_hash") != null) {
            password = Optional.of(new StoredPassword(
                    row.getString("password_hash"), row.getString("password_salt"), row.getInt("password_iterations")));
        }
        return new Member(
                row.getLong("id"),
                row.getString("email"),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("phone")),
                row.getTimestamp("joined").toInstant(),
                row.getString("role"),
                password);
    }
}
