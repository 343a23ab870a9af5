package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostFaultsTest {
    private final TestDatabase database = new TestDatabase("host");

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void everyFaultIsToldAtOnceWithKeyValueAndRemedy() {
        List<String> faults = faults(new AccountSettings(
                Optional.of("Member"),
                Map.of(
                        AccountAttribute.EMAIL, "emial",
                        AccountAttribute.BLOCKED, "fullName",
                        AccountAttribute.ID, "email",
                        AccountAttribute.CREATED_AT, "seat"),
                true,
                Map.of("role", "WRITER", "colour", "red"),
                false));

        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "latchkey.accounts.attributes.email = emial: entity Member has no such attribute; it has email,"
                                + " emailConfirmed, fullName, id, locked, passwordHash, registered, role, seat",
                        "latchkey.accounts.attributes.blocked = fullName: is java.lang.String; map a boolean",
                        "latchkey.accounts.attributes.id = email: an account needs one numeric, UUID or string id; Member has"
                                + " id of type java.lang.Long",
                        "latchkey.accounts.attributes.created-at = seat: is dev.latchkey.jpa.host.Seat; map a date or a time",
                        "latchkey.accounts.defaults.role = WRITER: attribute role takes one of READER, EDITOR; write such a"
                                + " value",
                        "latchkey.accounts.defaults.colour = red: entity Member has no such attribute; it has email,"
                                + " emailConfirmed, fullName, id, locked, passwordHash, registered, role, seat");
    }

    @Test
    void unknownEntityIsToldWithThoseThereAre() {
        List<String> faults = faults(new AccountSettings(
                Optional.of("com.example.User"), Map.of(AccountAttribute.EMAIL, "email"), true, Map.of(), false));

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("latchkey.accounts.entity = com.example.User: ")
                .contains("dev.latchkey.jpa.host.Member"));
    }

    @Test
    void accountsNeedAPrincipalNameAndAnIdentifier() {
        assertThat(faults(new AccountSettings(Optional.of("Member"), Map.of(), true, Map.of(), false)))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("latchkey.accounts.attributes.principal-name is missing"),
                        fault -> assertThat(fault).contains("map email, phone-number or username"));
    }

    @Test
    void attributeThatASignupLeavesNullIsTold() {
        Map<AccountAttribute, String> email = Map.of(AccountAttribute.EMAIL, "email");

        assertThat(faults(new AccountSettings(Optional.of("Member"), email, true, Map.of(), false)))
                .containsExactly(
                        "latchkey.accounts.defaults.registered is missing: attribute registered of entity Member must"
                                + " not be null, and a signup does not set it; give it a value here, or write"
                                + " latchkey.accounts.signup = false",
                        "latchkey.accounts.defaults.role is missing: attribute role of entity Member must"
                                + " not be null, and a signup does not set it; give it a value here, or write"
                                + " latchkey.accounts.signup = false");
        assertThatCode(() -> JpaStorage.over(
                        database.factory, new AccountSettings(Optional.of("Member"), email, false, Map.of(), false)))
                .doesNotThrowAnyException();
    }

    private List<String> faults(AccountSettings settings) {
        return catchThrowableOfType(ConfigurationException.class, () -> JpaStorage.over(database.factory, settings))
                .faults();
    }
}
