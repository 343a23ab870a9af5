package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.host.Customer;
import dev.latchkey.jpa.host.Employee;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.OwnedPasskey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostIdTypesTest {
    static final AccountSettings CUSTOMERS = new AccountSettings(
            Optional.of("Customer"),
            Map.of(
                    AccountAttribute.ID, "id",
                    AccountAttribute.EMAIL, "mail",
                    AccountAttribute.ROLES, "roles",
                    AccountAttribute.BLOCKED, "blocked"),
            true,
            Map.of("roles", "buyer, reviewer"),
            true);
    static final AccountSettings EMPLOYEES = new AccountSettings(
            Optional.of("Employee"),
            Map.of(
                    AccountAttribute.USERNAME, "login",
                    AccountAttribute.PRINCIPAL_NAME, "login",
                    AccountAttribute.ROLES, "roles"),
            false,
            Map.of(),
            true);

    private final TestDatabase database = new TestDatabase("host");

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void uuidsAndRoleCollectionsAreReadInOneStatement() {
        Customer customer = new Customer();
        customer.setMail("c@example.com");
        customer.setRoles(Set.of("buyer", "admin"));
        database.persist(customer);
        persistSomebodyElse();

        OwnedPasskey owned = loginInOneStatement(CUSTOMERS, customer.getId().toString());

        assertThat(owned.account().roles()).containsExactlyInAnyOrder("buyer", "admin");
        assertThat(owned.account().otherWayIn()).isTrue();
    }

    /** One that holds another's name must not stand for it. */
    @Test
    void roleOfACollectionIsTakenToTheLetter() {
        Set<String> odd = Set.of("reader, admin", "\"; drop", "line\nbreak", "\u00e9", "r".repeat(255));
        Customer customer = new Customer();
        customer.setMail("c@example.com");
        customer.setRoles(odd);
        database.persist(customer);

        OwnedPasskey owned = loginInOneStatement(CUSTOMERS, customer.getId().toString());

        assertThat(owned.account().roles()).containsExactlyInAnyOrderElementsOf(odd);
    }

    @Test
    void signupThroughSettersTakesDefaultRoles() {
        JpaStorage storage = database.storage(CUSTOMERS);

        Account created = storage.inTransaction(unit -> unit.accounts().create(Fixtures.account("c@example.com")));

        assertThat(created.roles()).containsExactlyInAnyOrder("buyer", "reviewer");
        assertThat(storage.<Optional<Account>>inTransaction(
                        unit -> unit.accounts().find(created.ref())))
                .contains(created);
    }

    @Test
    void stringIdsAndCommaSeparatedRolesAreReadInOneStatement() {
        database.persist(new Employee("eve", "clerk, auditor"));

        OwnedPasskey owned = loginInOneStatement(EMPLOYEES, "eve");

        assertThat(owned.account().principalName()).isEqualTo("eve");
        assertThat(owned.account().roles()).containsExactlyInAnyOrder("clerk", "auditor");
    }

    private void persistSomebodyElse() {
        Customer other = new Customer();
        other.setMail("o@example.com");
        other.setRoles(Set.of("other"));
        database.persist(other);
    }

    private OwnedPasskey loginInOneStatement(AccountSettings settings, String accountId) {
        JpaStorage storage = database.storage(settings);
        Passkey passkey = Fixtures.passkey(new AccountRef("members", accountId));
        storage.inTransaction(unit -> {
            unit.passkeys().add(passkey);
            return true;
        });
        database.sent.take();
        Optional<OwnedPasskey> owned =
                storage.inTransaction(unit -> unit.passkeys().findByCredentialId(passkey.credentialId()));
        assertThat(database.sent.take()).hasSize(1);
        assertThat(owned.orElseThrow().passkey()).isEqualTo(passkey);
        return owned.orElseThrow();
    }
}
