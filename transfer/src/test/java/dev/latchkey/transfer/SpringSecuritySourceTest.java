package dev.latchkey.transfer;

import static dev.latchkey.testkit.CoseAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Passkey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpringSecuritySourceTest {
    private final Kit kit = new Kit();
    private final SpringTables spring = new SpringTables();
    private final Device device = Device.of(ES256);

    SpringSecuritySourceTest() {
        kit.account("alice@shop.example");
        spring.add("alice@shop.example", device);
    }

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void rowsOfTheRepositoriesBecomePasskeys() {
        assertThat(importAll()).containsExactly("1 imported, 0 unchanged, 0 refused");

        Passkey stored = kit.passkeys().get(0);
        assertThat(stored.credentialId()).isEqualTo(device.credentialId());
        assertThat(stored.userHandle()).isEqualTo(device.userHandle());
        assertThat(stored.publicKey()).isEqualTo(device.publicKey());
        assertThat(stored.backup()).isEqualTo(BackupState.BACKED_UP);
        assertThat(stored.transports()).containsExactly("internal", "hybrid");
        assertThat(stored.name()).contains("My phone");
        assertThat(stored.createdAt()).isEqualTo(Kit.NOW);
        assertThat(stored.lastUsedAt()).contains(Kit.NOW.plusSeconds(60));
        kit.client().login(device.authenticator()).expect(200);
    }

    @Test
    void importNeitherChangesNorLocksTheTables() {
        List<String> before = Sql.dump(spring.database);

        importAll();

        assertThat(Sql.dump(spring.database)).isEqualTo(before);
        Sql.run(spring.database, "drop table user_credentials");
    }

    @Test
    void columnsThatMayBeEmptyMayBe() {
        Sql.run(
                spring.database,
                "update user_credentials set signature_count = null, uv_initialized = null,"
                        + " authenticator_transports = null, created = null, last_used = null, label = ' '");

        assertThat(importAll()).containsExactly("1 imported, 0 unchanged, 0 refused");
        Passkey stored = kit.passkeys().get(0);
        assertThat(stored.signCount()).isZero();
        assertThat(stored.transports()).isEmpty();
        assertThat(stored.name()).isEqualTo(Optional.empty());
        assertThat(stored.lastUsedAt()).isEqualTo(Optional.empty());
    }

    @Test
    void badRowsAreRefusedAndTheGoodOneIsImported() {
        bad("credential_id = 'not base64!'");
        bad("user_entity_user_id = 'nobody'");
        bad("backup_eligible = false");
        bad("public_key = X'00'");
        bad("public_key_credential_type = 'password'");
        bad("authenticator_transports = 'usb,,nfc'");
        bad("label = repeat('l', 101)");

        assertThat(importAll())
                .hasSize(8)
                .contains("1 imported, 0 unchanged, 7 refused")
                .anySatisfy(line -> assertThat(line).endsWith("malformed: credential_id is not unpadded base64url"))
                .anySatisfy(line -> assertThat(line).endsWith("user_entities has no row for user_entity_user_id"))
                .anySatisfy(line -> assertThat(line).endsWith("backed up (BS) but not eligible for backup (BE)"))
                .anySatisfy(line -> assertThat(line).endsWith("public_key_credential_type is not public-key"))
                .anySatisfy(line -> assertThat(line).endsWith("malformed: a transport that is none"))
                .anySatisfy(line -> assertThat(line).endsWith("malformed: name must have 1 to 100 characters"))
                .noneSatisfy(line -> assertThat(line).contains("@"));
    }

    @Test
    void databaseWithoutTheTablesIsSaid() {
        JdbcDataSource empty = new JdbcDataSource();
        empty.setURL("jdbc:h2:mem:" + UUID.randomUUID());

        assertThatThrownBy(() -> kit.importAll(new SpringSecuritySource(empty, AccountKey.Kind.EMAIL::of)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("user_credentials")
                .hasMessageContaining("default schema");
    }

    private void bad(String change) {
        Device bad = Device.of(ES256);
        spring.add("alice@shop.example", bad);
        Sql.run(
                spring.database,
                "update user_credentials set " + change + " where credential_id = '"
                        + bad.credentialId().toBase64Url() + "'");
    }

    private List<String> importAll() {
        return kit.importAll(new SpringSecuritySource(spring.database, AccountKey.Kind.EMAIL::of));
    }
}
