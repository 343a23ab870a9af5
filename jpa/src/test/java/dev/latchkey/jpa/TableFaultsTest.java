package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.jpa.Patrons.Way;
import dev.latchkey.jpa.host.Patron;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables that are not as the kit needs them stop the start, which tells each of them at once. */
class TableFaultsTest {
    private static final String ENTITY = "latchkey.storage.persistence-unit: entity dev.latchkey.jpa.entity.";

    private final DatabaseServer server = DatabaseServer.current();
    private final ConnectionPoolDataSource data = server.newDatabase();
    private final TestDatabase database = new TestDatabase("kit", data);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void tablesThatFitAreTriedByTwoStatementsEachAndLeftEmpty() {
        JpaStorage.over(database.factory, AccountSettings.OWN);

        assertThat(database.sent.take()).hasSize(12);
        for (String table : Schemas.tables(database.dataSource)) {
            assertThat(Sql.list(data, "select count(*) from " + table)).containsExactly("0");
        }
    }

    @Test
    void missingTablesAreTold() {
        for (String table : Schemas.tables(database.dataSource)) {
            Sql.run(data, "drop table " + table);
        }

        assertThat(faults())
                .hasSize(6)
                .allSatisfy(fault -> assertThat(fault)
                        .contains("its table cannot be read: ")
                        .contains("run the script for your database in dev/latchkey/jpa/migration"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith(ENTITY + "PasskeyEntity: ")
                        .containsIgnoringCase("latchkey_passkey"));
    }

    @Test
    void missingColumnsAreTold() {
        Sql.run(data, "alter table latchkey_passkey drop column user_agent");
        Sql.run(data, "alter table latchkey_passkey drop column aaguid");
        Sql.run(data, "alter table latchkey_refresh_token drop column organization");

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertColumn(fault, "PasskeyEntity", "userAgent", "cannot be read"),
                        fault -> assertColumn(fault, "PasskeyEntity", "aaguid", "cannot be read"),
                        fault -> assertColumn(fault, "RefreshTokenEntity", "organization", "cannot be read"));
    }

    @Test
    void columnsThatAreTooShortAreTold() {
        alter("latchkey_passkey", "display_name", "varchar(100)");
        alter("latchkey_passkey", "sign_count", "integer");
        alter("latchkey_user_handle", "user_handle", "varchar(64)");
        alter("latchkey_signing_key", "wrapped_key", "varchar(1000)");
        if (!server.name().equals("postgresql")) {
            alter("latchkey_passkey", "credential_id", "varbinary(255)");
        }

        List<String> found = faults();

        assertThat(found)
                .anySatisfy(fault ->
                        assertColumn(fault, "PasskeyEntity", "displayName", "does not hold text of 300 characters: "))
                .anySatisfy(fault ->
                        assertColumn(fault, "PasskeyEntity", "signCount", "does not hold a whole number of 64 bits: "))
                .anySatisfy(fault ->
                        assertColumn(fault, "UserHandleEntity", "userHandle", "does not hold text of 86 characters: "))
                .anySatisfy(fault -> assertColumn(
                        fault, "SigningKeyEntity", "wrappedKey", "does not hold text of 8000 characters: "))
                .hasSize(server.name().equals("postgresql") ? 4 : 5);
        if (found.size() == 5) {
            assertThat(found)
                    .anySatisfy(fault ->
                            assertColumn(fault, "PasskeyEntity", "credentialId", "does not hold 1023 bytes: "));
        }
    }

    @Test
    void columnsOfAnotherTypeAreTold() {
        Sql.run(data, "alter table latchkey_passkey drop column user_agent");
        Sql.run(data, "alter table latchkey_passkey add user_agent integer");
        Sql.run(data, "alter table latchkey_passkey drop column public_key");
        Sql.run(data, "alter table latchkey_passkey add public_key varchar(2000)");

        assertThat(faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith(ENTITY + "PasskeyEntity: "))
                .anySatisfy(fault -> assertThat(fault).containsAnyOf("userAgent", "user_agent"));
    }

    @Test
    void readOnlyStandbyIsNoFault() {
        DataSource standby = ReadOnly.connections(database.dataSource);
        try (EntityManagerFactory readOnly =
                Persistence.createEntityManagerFactory("kit", database.properties(standby, "none"))) {
            assertThatCode(() -> JpaStorage.over(readOnly, AccountSettings.OWN)).doesNotThrowAnyException();
        }
    }

    @Test
    void entityOfTheHostIsTriedOnceThereIsAnAccount() {
        ConnectionPoolDataSource patrons = Patrons.database();
        Patrons.migrate(patrons, Way.EXTENDED);
        alter(patrons, "patron_passkey", "display_name", "varchar(100)");
        try (TestDatabase extended = Patrons.open(patrons, Way.EXTENDED)) {
            assertThatCode(() -> JpaStorage.over(extended.factory, Patrons.SETTINGS))
                    .doesNotThrowAnyException();
            extended.persist(new Patron("a@example.com"));
            String entity = "latchkey.storage.persistence-unit: entity dev.latchkey.jpa.host.PatronPasskey: ";

            assertThat(faults(extended, Patrons.SETTINGS)).singleElement().satisfies(fault -> assertThat(fault)
                    .startsWith(entity + "the column of attribute displayName does not hold text of 300 characters: "));

            Sql.run(patrons, "alter table patron_passkey drop column display_name");
            Sql.run(patrons, "delete from patron");
            assertThat(faults(extended, Patrons.SETTINGS)).singleElement().satisfies(fault -> assertThat(fault)
                    .startsWith(entity + "the column of attribute displayName cannot be read: "));
        }
    }

    @Test
    void missingTableOfTheHostsIsTold() {
        ConnectionPoolDataSource patrons = Patrons.database();
        Patrons.migrate(patrons, Way.AS_SHIPPED);
        Sql.run(patrons, "drop table patron");
        try (TestDatabase shipped = Patrons.open(patrons, Way.AS_SHIPPED)) {
            assertThat(faults(shipped, Patrons.SETTINGS)).singleElement().satisfies(fault -> assertThat(fault)
                    .startsWith("latchkey.accounts.entity = dev.latchkey.jpa.host.Patron: its table cannot be read: "));
        }
    }

    private void alter(String table, String column, String type) {
        alter(data, table, column, type);
    }

    private void alter(ConnectionPoolDataSource data, String table, String column, String type) {
        Sql.run(
                data,
                "alter table " + table
                        + (server.name().equals("mariadb")
                                ? " modify " + column + " " + type
                                : " alter column " + column + (server.name().equals("h2") ? " " : " type ") + type));
    }

    private static void assertColumn(String fault, String entity, String attribute, String what) {
        assertThat(fault)
                .startsWith(ENTITY + entity + ": the column of attribute " + attribute + " " + what)
                .contains("dev/latchkey/jpa/migration");
    }

    private List<String> faults() {
        return faults(database, AccountSettings.OWN);
    }

    private static List<String> faults(TestDatabase database, AccountSettings accounts) {
        return catchThrowableOfType(ConfigurationException.class, () -> JpaStorage.over(database.factory, accounts))
                .faults();
    }
}
