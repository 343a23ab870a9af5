package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import jakarta.persistence.Persistence;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The scripts for databases that are not to be had here, as far as they can be checked without them. */
class OtherMigrationsTest {
    @Test
    void scriptForOracleIsWhatHibernateWouldMakeButForKeysWithoutAValue() {
        Ddl script = Ddl.read(Sql.migration("oracle")
                .replaceAll("\\((\\w+), case when \\1 is not null then realm end\\)", "(realm, $1)"));

        assertThat(script.columns()).hasSize(61);
        assertThat(script).isEqualTo(generated("Oracle"));
    }

    @Test
    void scriptForSqlServerIsWhatHibernateWouldMake() {
        Ddl script = Ddl.read(Sql.migration("sqlserver"));

        assertThat(script.uniqueKeys()).hasSize(5);
        assertThat(script).isEqualTo(generated("SQLServer"));
    }

    /** An accident of one collation would show as two hashes that are the same. */
    @Test
    void textIsComparedByteByByteOnSqlServer() {
        assertThat(Sql.migration("sqlserver").lines().filter(line -> line.contains("nvarchar(")))
                .hasSizeGreaterThan(30)
                .allMatch(line -> line.contains(" collate Latin1_General_100_BIN2"));
    }

    @Test
    void scriptForMySqlIsThatForMariaDb() {
        assertThat(Ddl.statements(Sql.migration("mysql"))).isEqualTo(Ddl.statements(Sql.migration("mariadb")));
    }

    /** In Oracle mode, H2 takes an empty text for none, as Oracle does. It knows no index on an expression; checks are left out. */
    @Test
    void tablesForOracleServeTheStorageInTheOracleModeOfH2() {
        assertServes(
                "Oracle",
                statement -> statement.contains("case when")
                        ? ""
                        : statement.replaceAll(" check \\(\\w+ in \\(0, 1\\)\\)", ""));
    }

    @Test
    void tablesForSqlServerServeTheStorageInTheSqlServerModeOfH2() {
        assertServes(
                "MSSQLServer",
                statement -> statement.replaceAll(" collate \\w+| where .*", "").replace("(max)", "(8000)"));
    }

    private static void assertServes(String mode, UnaryOperator<String> adapt) {
        JdbcDataSource data = new JdbcDataSource();
        data.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=" + mode);
        String folder = mode.equals("Oracle") ? "oracle" : "sqlserver";
        Ddl.statements(Sql.migration(folder)).forEach(statement -> Sql.run(data, adapt.apply(statement)));
        try (TestDatabase database = new TestDatabase("kit", data, "none")) {
            JpaStorage storage = database.storage();
            PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);
            RefreshTokens tokens = Stores.of(storage, RefreshTokens.class, UnitOfWork::refreshTokens);
            Account account = storage.inTransaction(unit -> unit.accounts()
                    .create(Fixtures.account(Map.of(ProfileMember.USERNAME, "ann", ProfileMember.NAME, "Zo\u00eb"))));
            Passkey passkey = Fixtures.passkey(account.ref());
            StoredRefreshToken token =
                    Fixtures.refreshToken(account.ref(), "f", NOW).boundTo(Optional.empty());

            passkeys.add(passkey);
            passkeys.rename(account.ref(), passkey.id(), "Phone");
            tokens.add(token);

            assertThat(passkeys.findByCredentialId(passkey.credentialId()).map(found -> found.account()))
                    .contains(account);
            assertThat(passkeys.find(account.ref(), passkey.id()).flatMap(Passkey::name))
                    .isEqualTo(Optional.of("Phone"));
            assertThat(tokens.find(token.tokenHash())).contains(token);
            assertThat(storage.purgeExpired(NOW, 10)).isEqualTo(1);
        }
    }

    private static Ddl generated(String dialect) {
        StringWriter script = new StringWriter();
        Persistence.generateSchema(
                "kit",
                Map.of(
                        "jakarta.persistence.provider",
                        Provider.HIBERNATE.className(),
                        "hibernate.dialect",
                        "org.hibernate.dialect." + dialect + "Dialect",
                        "hibernate.boot.allow_jdbc_metadata_access",
                        "false",
                        "hibernate.use_nationalized_character_data",
                        String.valueOf(dialect.equals("SQLServer")),
                        "jakarta.persistence.schema-generation.scripts.action",
                        "create",
                        "jakarta.persistence.schema-generation.scripts.create-target",
                        script));
        return Ddl.read(script.toString());
    }
}
