package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.host.Customer;
import dev.latchkey.jpa.host.Employee;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second persistence provider that containers bring: the same entities and queries. */
class EclipseLinkTest {
    @Test
    void signupLoginAndManagementWork() {
        try (TestDatabase database = new TestDatabase("kit-eclipselink")) {
            JpaStorage storage = database.storage();
            PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);
            Bytes handle = Fixtures.random(64);
            Account account = storage.inTransaction(unit -> unit.accounts().create(Fixtures.account("a@example.com")));
            Passkey passkey = Fixtures.passkey(account.ref(), Fixtures.random(1023), 3, BackupState.ELIGIBLE);
            passkeys.addUserHandle(account.ref(), handle);
            passkeys.add(passkey);

            assertThat(passkeys.lockUserHandle(account.ref())).contains(handle);
            assertThat(passkeys.count(account.ref())).isEqualTo(1);
            assertThat(passkeys.findByCredentialId(passkey.credentialId()))
                    .contains(new OwnedPasskey(passkey, account));
            assertThat(passkeys.recordUse(new PasskeyUse(passkey.id(), 3, BackupState.BACKED_UP, NOW)))
                    .isFalse();
            assertThat(passkeys.recordUse(new PasskeyUse(passkey.id(), 4, BackupState.BACKED_UP, NOW)))
                    .isTrue();
            assertThat(passkeys.rename(account.ref(), passkey.id(), "Phone")).isTrue();
            assertThat(passkeys.findAll(account.ref())).singleElement().satisfies(stored -> {
                assertThat(stored.name()).contains("Phone");
                assertThat(stored.backup()).isEqualTo(BackupState.BACKED_UP);
            });
            assertThat(passkeys.remove(account.ref(), passkey.id())).isTrue();
        }
    }

    @Test
    void uniqueKeysRefuseUnderConcurrency() throws InterruptedException {
        try (TestDatabase database = new TestDatabase("kit-eclipselink")) {
            JpaStorage storage = database.storage();

            List<Object> outcomes = Race.run(
                    i -> storage.inTransaction(unit -> unit.accounts().create(Fixtures.account("a@example.com"))));

            assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome ->
                            outcome instanceof StorageConflictException e && e.conflict() == Conflict.IDENTIFIER)
                    .hasSize(Race.THREADS - 1);
        }
    }

    @Test
    void tokensAreSpentOnceAndPurged() {
        try (TestDatabase database = new TestDatabase("kit-eclipselink")) {
            JpaStorage storage = database.storage();
            RefreshTokens tokens = Stores.of(storage, RefreshTokens.class, UnitOfWork::refreshTokens);
            StoredRefreshToken token = Fixtures.refreshToken(ALICE, "f", NOW);
            tokens.add(token);

            assertThat(tokens.find(token.tokenHash())).contains(token);
            assertThat(tokens.spend(token.tokenHash(), NOW)).isTrue();
            assertThat(tokens.spend(token.tokenHash(), NOW)).isFalse();
            assertThat(storage.purgeExpired(NOW, 10)).isEqualTo(1);
        }
    }

    @Test
    void hostsOfEveryIdTypeAreRead() {
        try (TestDatabase database =
                new TestDatabase("host-eclipselink", DatabaseServer.current().newDatabaseForEclipseLink())) {
            Customer customer = new Customer();
            customer.setMail("c@example.com");
            database.persist(customer);
            database.persist(new Employee("eve", "clerk"));

            assertLogin(database, HostIdTypesTest.EMPLOYEES, "eve");
            assertLogin(database, HostIdTypesTest.CUSTOMERS, customer.getId().toString());
            Account created = database.storage(HostAccountsTest.MEMBERS)
                    .inTransaction(unit -> unit.accounts().create(Fixtures.account("m@example.com")));
            assertLogin(database, HostAccountsTest.MEMBERS, created.ref().id());
        }
    }

    private static void assertLogin(TestDatabase database, AccountSettings settings, String id) {
        PasskeyStore passkeys = Stores.of(database.storage(settings), PasskeyStore.class, UnitOfWork::passkeys);
        Passkey passkey = Fixtures.passkey(new AccountRef("members", id));
        passkeys.add(passkey);
        Optional<OwnedPasskey> owned = passkeys.findByCredentialId(passkey.credentialId());
        assertThat(owned.map(OwnedPasskey::passkey)).contains(passkey);
        assertThat(owned.map(found -> found.account().ref().id())).contains(id);
    }
}
