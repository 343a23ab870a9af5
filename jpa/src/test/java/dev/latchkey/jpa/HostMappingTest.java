package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.host.Employee;
import dev.latchkey.jpa.host.EmployeePasskey;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.UnitOfWork;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostMappingTest {
    @Test
    void entityOfTheHostOverAMappedSuperclassStandsInForTheKits() {
        try (TestDatabase database = new TestDatabase("extended")) {
            database.persist(new Employee("eve", null));
            JpaStorage storage = database.storage(HostIdTypesTest.EMPLOYEES);
            Passkey passkey = Fixtures.passkey(new AccountRef("staff", "eve"));
            Stores.of(storage, PasskeyStore.class, UnitOfWork::passkeys).add(passkey);
            database.sent.take();

            Optional<OwnedPasskey> owned =
                    storage.inTransaction(unit -> unit.passkeys().findByCredentialId(passkey.credentialId()));

            assertThat(owned.map(OwnedPasskey::passkey)).contains(passkey);
            assertThat(database.sent.take()).hasSize(1);
            EmployeePasskey stored = database.factory.createEntityManager().find(EmployeePasskey.class, passkey.id());
            assertThat(stored.owner()).isNotNull();
            assertThat(Schemas.tables(database.dataSource)).doesNotContain("latchkey_passkey");
        }
    }
}
