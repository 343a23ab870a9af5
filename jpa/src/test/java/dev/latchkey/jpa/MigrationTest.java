package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.ProfileMember;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private final JdbcDataSource migrated = TestDatabase.newDataSource();
    private final TestDatabase generated = new TestDatabase("kit");

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(migrated)
                .locations("classpath:dev/latchkey/jpa/migration/h2")
                .load()
                .migrate();
    }

    @AfterEach
    void closeDatabase() {
        generated.close();
    }

    @Test
    void migratedTablesFitTheEntities() {
        try (TestDatabase validated = new TestDatabase("kit", "validate", migrated)) {
            JpaStorage storage = validated.storage();
            assertThat(storage.<Object>inTransaction(unit -> unit.accounts().create(Fixtures.account("a@example.com"))))
                    .isNotNull();
        }
    }

    @Test
    void migrationAndSchemaGenerationMakeTheSame() {
        assertThat(Schemas.tables(migrated)).hasSize(6).isEqualTo(Schemas.tables(generated.dataSource));
        for (String table : Schemas.tables(migrated)) {
            assertThat(Schemas.columns(migrated, table)).isEqualTo(Schemas.columns(generated.dataSource, table));
            assertThat(Schemas.keys(migrated, table)).isNotEmpty().isEqualTo(Schemas.keys(generated.dataSource, table));
            assertThat(Schemas.indexes(migrated, table)).isEqualTo(Schemas.indexes(generated.dataSource, table));
        }
    }

    @Test
    void profileColumnsHoldTheLongestValues() {
        Map<String, String> columns = Schemas.columns(migrated, "LATCHKEY_ACCOUNT");
        for (ProfileMember member : ProfileMember.values()) {
            String column =
                    member == ProfileMember.NAME ? "FULL_NAME" : member.name().toUpperCase(Locale.ROOT);
            assertThat(columns.get(column)).isEqualTo("CHARACTER VARYING(" + member.maxLength() + ") null: YES");
        }
    }
}
