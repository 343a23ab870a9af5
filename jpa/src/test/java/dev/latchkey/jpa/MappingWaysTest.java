package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.Patrons.Way;
import dev.latchkey.jpa.host.Patron;
import dev.latchkey.jpa.host.PatronPasskey;
import dev.latchkey.keys.StoredKey;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.ConnectionPoolDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which docs/mapping.md maps the kit's tables. */
class MappingWaysTest {
    private Optional<TestDatabase> database = Optional.empty();

    @AfterEach
    void closeDatabase() {
        database.ifPresent(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyCeremonyIsStored(Way way) {
        ConnectionPoolDataSource data = Patrons.database();
        JpaStorage storage = open(data, way);
        PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);

        SignedUp patron = signUp(storage);
        assertThat(passkeys.findByCredentialId(patron.passkey.credentialId()))
                .contains(new OwnedPasskey(patron.passkey, patron.account));
        assertThat(passkeys.recordUse(new PasskeyUse(patron.passkey.id(), 1, BackupState.BACKED_UP, NOW)))
                .isTrue();
        assertThat(passkeys.lockUserHandle(patron.ref())).contains(patron.handle);
        Passkey second = Fixtures.passkey(patron.ref());
        passkeys.add(second);
        assertThat(passkeys.findAll(patron.ref())).hasSize(2).contains(second);
        assertThat(passkeys.rename(patron.ref(), second.id(), "Phone")).isTrue();
        assertThat(passkeys.remove(patron.ref(), second.id())).isTrue();
        assertThat(Sql.list(data, "select count(*) from " + way.passkeyTable)).containsExactly("1");
        refresh(storage, patron);
        assertThat(storage.purgeExpired(NOW.plusSeconds(2), 10)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void loginAndListAreOneStatementEach(Way way) {
        JpaStorage storage = open(Patrons.database(), way);
        SignedUp patron = signUp(storage);
        for (int i = 0; i < 3; i++) {
            run(storage, unit -> unit.passkeys().add(Fixtures.passkey(patron.ref())));
        }
        database().sent.take();

        run(storage, unit -> unit.passkeys().findByCredentialId(patron.passkey.credentialId()));
        assertThat(database().sent.take()).hasSize(1);
        run(storage, unit -> unit.passkeys().findAll(patron.ref()));
        assertThat(database().sent.take()).hasSize(1);
        run(storage, unit -> unit.refreshTokens().find(patron.token.tokenHash()));
        assertThat(database().sent.take()).hasSize(1);
    }

    @Test
    void patronIsReachedFromThePasskeyAndTakesEverythingAlong() {
        ConnectionPoolDataSource data = Patrons.database();
        JpaStorage storage = open(data, Way.EXTENDED);
        SignedUp patron = signUp(storage);
        database().persist(new Patron("other@example.com"));

        EntityManager entityManager = database().factory.createEntityManager();
        PatronPasskey stored = entityManager.find(PatronPasskey.class, patron.passkey.id());
        assertThat(stored.patron().id().toString()).isEqualTo(patron.ref().id());
        entityManager.close();
        Sql.run(data, "delete from patron where id = " + patron.ref().id());

        for (String table : List.of("patron_passkey", "patron_user_handle", "patron_refresh_token")) {
            assertThat(Sql.list(data, "select count(*) from " + table)).containsExactly("0");
        }
        assertThat(Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys)
                        .findByCredentialId(patron.passkey.credentialId()))
                .isEmpty();
    }

    private record SignedUp(Account account, Bytes handle, Passkey passkey, StoredRefreshToken token) {
        AccountRef ref() {
            return account.ref();
        }
    }

    private static SignedUp signUp(JpaStorage storage) {
        return storage.inTransaction(unit -> {
            unit.spentSessions().record("spent", NOW);
            Account account = unit.accounts().create(Fixtures.account("a@example.com"));
            Bytes handle = Fixtures.random(64);
            unit.passkeys().addUserHandle(account.ref(), handle);
            Passkey passkey = Fixtures.passkey(account.ref(), Fixtures.random(1023), 0, BackupState.ELIGIBLE);
            unit.passkeys().add(passkey);
            StoredRefreshToken token = Fixtures.refreshToken(account.ref(), "family", NOW);
            unit.refreshTokens().add(token);
            unit.keys().add(new StoredKey("k", "RS256", "wrapped", NOW));
            return new SignedUp(account, handle, passkey, token);
        });
    }

    private static void refresh(JpaStorage storage, SignedUp patron) {
        StoredRefreshToken next = Fixtures.refreshToken(patron.ref(), "family", NOW.plusSeconds(1));
        run(storage, unit -> {
            assertThat(unit.refreshTokens().find(patron.token.tokenHash())).contains(patron.token);
            assertThat(unit.accounts().find(patron.ref())).contains(patron.account);
            assertThat(unit.refreshTokens().spend(patron.token.tokenHash(), NOW))
                    .isTrue();
            unit.refreshTokens().add(next);
        });
        assertThat(storage.<Object>inTransaction(unit -> unit.keys().findAll().get(0)))
                .isEqualTo(new StoredKey("k", "RS256", "wrapped", NOW));
    }

    private static void run(JpaStorage storage, Consumer<UnitOfWork> work) {
        storage.inTransaction(unit -> {
            work.accept(unit);
            return true;
        });
    }

    private TestDatabase database() {
        return database.orElseThrow();
    }

    private JpaStorage open(ConnectionPoolDataSource data, Way way) {
        Patrons.migrate(data, way);
        database = Optional.of(Patrons.open(data, way));
        return database().storage(Patrons.SETTINGS);
    }
}
