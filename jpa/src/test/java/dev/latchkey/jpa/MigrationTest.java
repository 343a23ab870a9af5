package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.ProfileMember;
import java.util.Locale;
import java.util.Map;
import javax.sql.ConnectionPoolDataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script for the database, as Flyway runs it. */
class MigrationTest {
    private final DatabaseServer server = DatabaseServer.current();
    private final ConnectionPoolDataSource database = server.newDatabase();
    private final JdbcConnectionPool migrated = TestDatabase.pool(database);
    private final TestDatabase generated = new TestDatabase("kit", server.newDatabase(), "create");

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(migrated)
                .locations("classpath:dev/latchkey/jpa/migration/" + server.name())
                .load()
                .migrate();
    }

    @AfterEach
    void closeDatabases() {
        generated.close();
        migrated.dispose();
    }

    @Test
    void migratedTablesFitTheEntities() {
        try (TestDatabase validated = new TestDatabase("kit", database, "validate")) {
            JpaStorage storage = validated.storage();
            assertThat(storage.<Object>inTransaction(unit -> unit.accounts().create(Fixtures.account("a@example.com"))))
                    .isNotNull();
        }
    }

    @Test
    void migrationAndSchemaGenerationMakeTheSame() {
        assertThat(Schemas.tables(migrated)).hasSize(6).isEqualTo(Schemas.tables(generated.dataSource));
        for (String table : Schemas.tables(migrated)) {
            assertThat(Schemas.columns(migrated, table))
                    .isNotEmpty()
                    .isEqualTo(Schemas.columns(generated.dataSource, table));
            assertThat(Schemas.primaryKey(migrated, table))
                    .isNotEmpty()
                    .isEqualTo(Schemas.primaryKey(generated.dataSource, table));
            assertThat(Schemas.indexes(migrated, table)).isEqualTo(Schemas.indexes(generated.dataSource, table));
        }
        assertThat(Schemas.indexes(migrated, "latchkey_passkey"))
                .containsEntry("latchkey_passkey_credential", "unique credential_hash")
                .containsEntry("latchkey_passkey_owner", "realm, account_id");
    }

    @Test
    void profileColumnsHoldTheLongestValues() {
        Map<String, String> columns = Schemas.columns(migrated, "latchkey_account");
        for (ProfileMember member : ProfileMember.values()) {
            String column =
                    member == ProfileMember.NAME ? "full_name" : member.name().toLowerCase(Locale.ROOT);
            assertThat(columns.get(column)).contains("(" + member.maxLength() + ") null: YES");
        }
    }
}
