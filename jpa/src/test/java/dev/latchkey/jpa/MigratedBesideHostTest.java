package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.host.Employee;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.UnitOfWork;
import java.util.List;
import javax.sql.ConnectionPoolDataSource;
import org.junit.jupiter.api.Test;

/** The tables of the script beside the host's, which have the database's own character set and collation. */
class MigratedBesideHostTest {
    @Test
    void passkeyIsJoinedWithAnAccountByItsText() {
        DatabaseServer server = DatabaseServer.current();
        ConnectionPoolDataSource data = server.newDatabase();
        Sql.run(data, Sql.migration(server.name()));
        try (TestDatabase database = new TestDatabase("host", data, "update")) {
            database.persist(new Employee("Eve", "clerk"));
            PasskeyStore passkeys =
                    Stores.of(database.storage(HostIdTypesTest.EMPLOYEES), PasskeyStore.class, UnitOfWork::passkeys);
            Passkey passkey = Fixtures.passkey(new AccountRef("staff", "Eve"));
            Passkey other = Fixtures.passkey(new AccountRef("staff", "eve"));
            passkeys.add(passkey);
            passkeys.add(other);
            database.sent.take();

            assertThat(passkeys.findByCredentialId(passkey.credentialId())).isPresent();
            assertThat(database.sent.take()).hasSize(1);
            assertThat(passkeys.findByCredentialId(other.credentialId())).isEmpty();
            assertThat(passkeys.findAll(new AccountRef("staff", "Eve"))).isEqualTo(List.of(passkey));
        }
    }
}
