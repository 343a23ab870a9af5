package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.host.StaffDirectory;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.SignupRefusedException;
import dev.latchkey.storage.UnitOfWork;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts that the host finds by itself. */
class GivenAccountsTest {
    private final TestDatabase database = new TestDatabase("kit");
    private final JpaStorage storage = JpaStorage.over(
            database.factory, new StaffDirectory(Map.of("eve", Set.of("clerk"), "mallory", Set.of("left"))));
    private final PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void passkeyIsReadByOneStatementAndItsOwnerByTheHost() {
        Passkey passkey = Fixtures.passkey(new AccountRef("staff", "eve"));
        passkeys.add(passkey);
        database.sent.take();

        Optional<OwnedPasskey> owned = passkeys.findByCredentialId(passkey.credentialId());

        assertThat(database.sent.take()).hasSize(1);
        assertThat(owned.map(OwnedPasskey::passkey)).contains(passkey);
        assertThat(owned.orElseThrow().account().roles()).containsExactly("clerk");
    }

    @Test
    void ownerWhoIsGoneOrBlockedIsToldAsSuch() {
        Passkey ofNobody = Fixtures.passkey(new AccountRef("staff", "bob"));
        Passkey ofMallory = Fixtures.passkey(new AccountRef("staff", "mallory"));
        passkeys.add(ofNobody);
        passkeys.add(ofMallory);

        assertThat(passkeys.findByCredentialId(ofNobody.credentialId())).isEmpty();
        assertThat(passkeys.findByCredentialId(ofMallory.credentialId())
                        .orElseThrow()
                        .account()
                        .blocked())
                .isTrue();
    }

    @Test
    void signupIsTheHostsToRefuse() {
        assertThatThrownBy(() -> storage.<Object>inTransaction(
                        unit -> unit.accounts().create(Fixtures.account("a@example.com"))))
                .isInstanceOf(SignupRefusedException.class);
    }
}
