package dev.latchkey.sample.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {

    private final JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:members", "library", "");
    private final Members members = new Members(database);

    @BeforeEach
    void createTables() throws Exception {
        try (Connection connection = database.getConnection();
                InputStreamReader script = new InputStreamReader(
                        MembersTest.class.getResourceAsStream("/library.sql"), StandardCharsets.UTF_8)) {
            RunScript.execute(connection, script);
        }
    }

    @AfterEach
    void close() {
        database.dispose();
    }

    @Test
    void passwordSignsInWhateverTheLetterCaseOfTheEmail() throws Exception {
        members.add("Ada@Example.com ", "Ada", "correct horse");

        assertThat(members.authenticate("ada@example.COM", "correct horse"))
                .map(Member::email)
                .contains("ada@example.com");
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        members.add("ada@example.com", "Ada", "correct horse");

        assertThat(members.authenticate("ada@example.com", "correct house")).isEmpty();
    }

    @Test
    void memberWithoutPasswordCannotSignInWithAnEmptyOne() throws Exception {
        addWithoutPassword("ada@example.com");

        assertThat(members.authenticate("ada@example.com", "")).isEmpty();
    }

    @Test
    void emailOfAnotherMemberIsTaken() throws Exception {
        members.add("ada@example.com", "Ada", "correct horse");

        assertThatThrownBy(() -> members.add("ADA@example.com", "Other", "other password"))
                .isInstanceOf(EmailTakenException.class);
    }

    @Test
    void memberWithoutPasswordCanSetOne() throws Exception {
        addWithoutPassword("ada@example.com");

        members.setPassword(members.find("ada@example.com").orElseThrow(), "correct horse");

        assertThat(members.authenticate("ada@example.com", "correct horse")).isPresent();
    }

    private void addWithoutPassword(String email) throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into member (email, full_name, joined) values (?, 'Ada', current_timestamp)")) {
            statement.setString(1, email);
            statement.executeUpdate();
        }
    }
}
