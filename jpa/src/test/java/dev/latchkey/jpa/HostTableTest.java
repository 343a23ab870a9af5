package dev.latchkey.jpa;

import static dev.latchkey.jpa.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.jpa.Patrons.Way;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.UnitOfWork;
import javax.sql.ConnectionPoolDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host's own table stays as it is, to the byte. */
class HostTableTest {
    private final ConnectionPoolDataSource data = Patrons.database();

    @ParameterizedTest
    @EnumSource
    void definitionIsTheSameBeforeTheMigrationAndAfterEveryCeremony(Way way) {
        String before = Definitions.of(data, "patron");

        Patrons.migrate(data, way);
        try (TestDatabase database = Patrons.open(data, way)) {
            JpaStorage storage = database.storage(Patrons.SETTINGS);
            PasskeyStore passkeys = Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys);
            Account account = storage.inTransaction(unit -> unit.accounts().create(Fixtures.account("a@example.com")));
            Passkey first = Fixtures.passkey(account.ref());
            Passkey second = Fixtures.passkey(account.ref());
            passkeys.addUserHandle(account.ref(), first.userHandle());
            passkeys.add(first);
            assertThat(passkeys.findByCredentialId(first.credentialId())).isPresent();
            assertThat(passkeys.recordUse(new PasskeyUse(first.id(), 0, first.backup(), NOW)))
                    .isTrue();
            passkeys.add(second);
            assertThat(passkeys.remove(account.ref(), second.id())).isTrue();
        }

        assertThat(Definitions.of(data, "patron"))
                .containsIgnoringCase("full_name")
                .isEqualTo(before);
    }

    /** The control: the definition tells each of these. */
    @Test
    void definitionTellsColumnsAndIndexes() {
        String before = Definitions.of(data, "patron");

        Sql.run(data, "create index patron_blocked on patron (blocked)");
        String indexed = Definitions.of(data, "patron");
        Sql.run(data, "alter table patron add passkey varchar(20)");

        assertThat(before).isNotEqualTo(indexed);
        assertThat(Definitions.of(data, "patron")).isNotEqualTo(indexed);
    }
}
