package dev.latchkey.sample.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasskeyTablesTest {
    private Connection connection;

    @BeforeEach
    void openDatabaseOfOldLibrary() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        execute("create table member (id bigint primary key, email varchar(254) not null)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void tablesAreMadeBesideTheLibrarysOwn() throws Exception {
        PasskeyTables.createMissing(connection);

        assertThat(tables())
                .containsExactly(
                        "LATCHKEY_SIGNING_KEY",
                        "LATCHKEY_SPENT_SESSION",
                        "MEMBER",
                        "MEMBER_PASSKEY",
                        "MEMBER_REFRESH_TOKEN",
                        "MEMBER_USER_HANDLE");
        assertThat(columnsOfMember()).containsExactly("ID BIGINT", "EMAIL CHARACTER VARYING");
    }

    @Test
    void tablesThatAreThereKeepTheirRows() throws Exception {
        PasskeyTables.createMissing(connection);
        execute("insert into latchkey_spent_session values ('spent', 1)");

        PasskeyTables.createMissing(connection);

        assertThat(texts("select session_id from latchkey_spent_session")).containsExactly("spent");
    }

    @Test
    void whatBelongsToAMemberGoesWithTheMember() throws Exception {
        PasskeyTables.createMissing(connection);
        execute("insert into member values (7, 'a@example.com'), (8, 'b@example.com')");
        for (int member = 7; member <= 8; member++) {
            execute("insert into member_user_handle values ('handle" + member + "', 'default', '" + member + "', "
                    + member + ")");
        }

        execute("delete from member where id = 7");

        assertThat(texts("select account_id from member_user_handle")).containsExactly("8");
        assertThat(texts("select table_name from information_schema.table_constraints where constraint_type ="
                        + " 'FOREIGN KEY' order by table_name"))
                .containsExactly("MEMBER_PASSKEY", "MEMBER_REFRESH_TOKEN", "MEMBER_USER_HANDLE");
    }

    @Test
    void passkeysFromBeforeTheForeignKeysAreKept() throws Exception {
        execute("insert into member values (7, 'a@example.com')");
        execute(Files.readString(Path.of("../jpa/src/main/resources/dev/latchkey/jpa/migration/h2/V1__latchkey.sql")));
        execute("insert into latchkey_user_handle values ('handle', 'default', '7')");

        PasskeyTables.createMissing(connection);

        assertThat(texts("select member_id from member_user_handle")).containsExactly("7");
    }

    private List<String> tables() throws SQLException {
        return texts(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name");
    }

    private List<String> columnsOfMember() throws SQLException {
        return texts("select column_name || ' ' || data_type from information_schema.columns"
                + " where table_name = 'MEMBER' order by ordinal_position");
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
