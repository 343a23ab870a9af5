package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** How PostgreSQL runs what is sent to it, where each table has 100,000 rows. The few signing keys are read all at once, on purpose. */
class QueryPlanTest {
    private static final AccountRef ALICE = new AccountRef("members", "1");
    private static final PGConnectionPoolDataSource DATA =
            PostgresServer.shared().newDatabase();

    /** Without a bind, for which there are no values. */
    private static final PGConnectionPoolDataSource EXPLAINING =
            PostgresServer.dataSource(DATA.getUrl() + "&user=postgres&preferQueryMode=simple");

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @BeforeAll
    static void load() {
        Sql.run(DATA, Sql.migration("postgresql"));
        database = new TestDatabase("host", DATA, "update");
        Sql.run(DATA, Sql.resource("/hundred-thousand.sql"));
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @Test
    void ownAccountsAndPasskeysAreReadByIndex() {
        assertIndexed(AccountSettings.OWN, 1, unit -> unit.accounts().find(ALICE));
        for (IdentifierType type : IdentifierType.values()) {
            assertIndexed(AccountSettings.OWN, 1, unit -> unit.accounts()
                    .findByIdentifier("members", new Identifier(type, "+4912345")));
        }
        assertIndexed(AccountSettings.OWN, 1, unit -> unit.passkeys().findByCredentialId(Bytes.of(new byte[32])));
    }

    @Test
    void passkeysAreManagedByIndex() {
        assertPasskeys(1, unit -> unit.passkeys().findAll(ALICE));
        assertPasskeys(1, unit -> unit.passkeys().find(ALICE, "dev_1"));
        assertPasskeys(1, unit -> unit.passkeys().page("nobody", Optional.empty(), 500));
        assertPasskeys(1, unit -> unit.passkeys().page("nobody", Optional.of("dev_1"), 500));
        assertPasskeys(1, unit -> unit.passkeys().count(ALICE));
        assertPasskeys(1, unit -> unit.passkeys().findUserHandle(ALICE));
        assertPasskeys(1, unit -> unit.passkeys().lockUserHandle(ALICE));
        assertPasskeys(1, unit -> unit.passkeys().rename(ALICE, "dev_1", "n"));
        assertPasskeys(1, unit -> unit.passkeys().remove(ALICE, "dev_1"));
        assertPasskeys(2, unit -> unit.passkeys().removeAll(ALICE));
        assertPasskeys(2, unit -> {
            unit.passkeys().recordUse(new PasskeyUse("dev_2", 0, BackupState.BACKED_UP, NOW));
            unit.passkeys().recordUse(new PasskeyUse("dev_2", 1, BackupState.ELIGIBLE, NOW));
        });
    }

    @Test
    void tokensAndKeysAreChangedByIndex() {
        assertPasskeys(1, unit -> unit.refreshTokens().find("hash-1"));
        assertPasskeys(1, unit -> unit.refreshTokens().spend("hash-1", NOW));
        assertPasskeys(1, unit -> unit.refreshTokens().revokeFamily("family-1", NOW));
        assertPasskeys(1, unit -> unit.refreshTokens().revokeAll(ALICE, NOW));
        assertPasskeys(1, unit -> unit.keys().remove("key-1"));
    }

    @Test
    void whatHasExpiredIsFoundAndDeletedByIndex() {
        JpaStorage storage = database.storage();

        assertThat(storage.purgeExpired(Instant.EPOCH.plusSeconds(1), 100)).isEqualTo(200);

        assertIndexed(4, database.sent.take());
    }

    @Test
    void accountsOfTheHostAreReadByItsIndexes() {
        AccountSettings members = HostAccountsTest.MEMBERS;
        assertIndexed(members, 1, unit -> unit.accounts().find(ALICE));
        assertIndexed(members, 1, unit -> unit.accounts().findByPrincipalName("members", "m1@example.com"));
        assertIndexed(members, 1, unit -> unit.passkeys().findByCredentialId(Bytes.of(new byte[32])));
        assertIndexed(members, 1, unit -> taken(unit, "m1@example.com"));
        assertIndexed(HostIdTypesTest.EMPLOYEES, 1, unit -> unit.passkeys().findByCredentialId(Bytes.of(new byte[32])));
        assertIndexed(HostIdTypesTest.CUSTOMERS, 1, unit -> unit.passkeys().findByCredentialId(Bytes.of(new byte[32])));
    }

    /** The control: what this test reads of the plans tells an index from its absence. */
    @Test
    void loginNameWithoutAnIndexOnItsLowerCaseIsScannedFor() {
        Identifier eve = new Identifier(IdentifierType.USERNAME, "eve");

        List<String> sent =
                sent(HostIdTypesTest.EMPLOYEES, unit -> unit.accounts().findByIdentifier("staff", eve));

        assertThat(sent).singleElement().satisfies(sql -> assertThat(plan(sql)).contains("Seq Scan"));
    }

    private static void taken(UnitOfWork unit, String email) {
        try {
            unit.accounts().create(Fixtures.account(Map.of(ProfileMember.EMAIL, email)));
        } catch (StorageConflictException e) {
            assertThat(e).hasMessageContaining("IDENTIFIER");
        }
    }

    private static void assertPasskeys(int statements, Consumer<UnitOfWork> work) {
        assertIndexed(AccountSettings.OWN, statements, work);
    }

    private static void assertIndexed(AccountSettings accounts, int statements, Consumer<UnitOfWork> work) {
        assertIndexed(statements, sent(accounts, work));
    }

    private static void assertIndexed(int statements, List<String> sent) {
        assertThat(sent)
                .hasSize(statements)
                .allSatisfy(
                        sql -> assertThat(plan(sql)).as(sql).contains("Index").doesNotContain("Seq Scan"));
    }

    private static List<String> sent(AccountSettings accounts, Consumer<UnitOfWork> work) {
        JpaStorage storage = database.storage(accounts);
        storage.inTransaction(unit -> {
            work.accept(unit);
            return true;
        });
        return database.sent.take();
    }

    /** The plan for whatever values are bound. */
    private static String plan(String sql) {
        List<Integer> parameters = new ArrayList<>();
        UnaryOperator<String> number =
                text -> Pattern.compile("\\?").matcher(text).replaceAll(match -> {
                    parameters.add(parameters.size() + 1);
                    return Matcher.quoteReplacement("$" + parameters.size());
                });
        return String.join("\n", Sql.list(EXPLAINING, "explain (generic_plan) " + number.apply(sql)));
    }
}
