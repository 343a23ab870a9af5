package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.ALICE;
import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.keys.StoredKey;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementCountTest {
    private final TestDatabase database = new TestDatabase("kit");
    private final JpaStorage storage = database.storage();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void everyReadIsOneSelect() {
        Account account = storage.inTransaction(unit -> unit.accounts().create(Fixtures.account("a@example.com")));
        AccountRef owner = account.ref();
        Passkey passkey = Fixtures.passkey(owner);
        run(unit -> unit.passkeys().add(passkey));

        assertSelect(unit -> unit.passkeys().findByCredentialId(passkey.credentialId()));
        assertSelect(unit -> unit.passkeys().find(owner, passkey.id()));
        assertSelect(unit -> unit.passkeys().findAll(owner));
        assertSelect(unit -> unit.passkeys().count(owner));
        assertSelect(unit -> unit.passkeys().findUserHandle(owner));
        assertSelect(unit -> unit.accounts().find(owner));
        assertSelect(unit ->
                unit.accounts().findByIdentifier(owner.realm(), new Identifier(IdentifierType.EMAIL, "a@example.com")));
        assertSelect(unit -> unit.refreshTokens().find("x"));
        assertSelect(unit -> unit.keys().findAll());
    }

    @Test
    void everyLockIsOneSelectForUpdate() {
        Passkey passkey = Fixtures.passkey(ALICE);
        run(unit -> unit.passkeys().addUserHandle(ALICE, Fixtures.random(64)));
        run(unit -> unit.passkeys().add(passkey));

        assertLock(unit -> unit.passkeys().lockUserHandle(ALICE));
        assertLock(unit -> unit.passkeys().lock(ALICE, passkey.id()));
    }

    private void assertLock(Consumer<UnitOfWork> work) {
        assertThat(run(work)).singleElement().satisfies(sql -> assertThat(sql.toLowerCase(Locale.ROOT))
                .containsPattern("for (no key )?update"));
    }

    @Test
    void everyAdditionIsOneInsert() {
        assertOne("insert", unit -> unit.accounts().create(Fixtures.account("a@example.com")));
        assertOne("insert", unit -> unit.passkeys().addUserHandle(ALICE, Fixtures.random(64)));
        assertOne("insert", unit -> unit.passkeys().add(Fixtures.passkey(ALICE)));
        assertOne("insert", unit -> unit.spentSessions().record("s", NOW));
        assertOne("insert", unit -> unit.refreshTokens().add(Fixtures.refreshToken(ALICE, "f", NOW)));
        assertOne("insert", unit -> unit.keys().add(new StoredKey("k", "RS256", "wrapped", NOW)));
    }

    @Test
    void everyChangeIsOneUpdateOrDelete() {
        Passkey passkey = Fixtures.passkey(ALICE);
        StoredRefreshToken token = Fixtures.refreshToken(ALICE, "f", NOW);
        run(unit -> unit.passkeys().add(passkey));
        run(unit -> unit.refreshTokens().add(token));
        run(unit -> unit.keys().add(new StoredKey("k", "RS256", "wrapped", NOW)));

        assertOne("update", unit -> unit.passkeys().recordUse(new PasskeyUse(passkey.id(), 0, passkey.backup(), NOW)));
        assertOne("update", unit -> unit.passkeys().rename(ALICE, passkey.id(), "n"));
        assertOne("update", unit -> unit.refreshTokens().spend(token.tokenHash(), NOW));
        assertOne("update", unit -> unit.refreshTokens().revokeFamily("f", NOW));
        assertOne("update", unit -> unit.refreshTokens().revokeAll(ALICE, NOW));
        assertOne("delete", unit -> unit.passkeys().remove(ALICE, passkey.id()));
        assertOne("delete", unit -> unit.keys().remove("k"));
    }

    private void assertSelect(Consumer<UnitOfWork> work) {
        assertOne("select", work);
    }

    private void assertOne(String kind, Consumer<UnitOfWork> work) {
        assertThat(run(work)).singleElement().satisfies(sql -> assertThat(sql.toLowerCase(Locale.ROOT))
                .startsWith(kind));
    }

    private List<String> run(Consumer<UnitOfWork> work) {
        database.sent.take();
        storage.inTransaction(unit -> {
            work.accept(unit);
            return true;
        });
        return database.sent.take();
    }
}
