package dev.latchkey.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticatorTransport;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the application's own code kept by other means, each read with the real library. */
class OtherLibrariesTest {
    private static final Bytes USER_HANDLE = Device.random(32);

    private final Kit kit = new Kit();

    OtherLibrariesTest() {
        kit.account("alice@shop.example");
    }

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void credentialRecordOfWebauthn4jSignsIn() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys());
        ObjectNode answer = authenticator.create(options(), Kit.ORIGIN);
        CredentialRecord record = new CredentialRecordImpl(
                new AttestationObjectConverter(new ObjectConverter())
                        .convert(answer.at("/response/attestationObject").asText()),
                null,
                null,
                Set.of(AuthenticatorTransport.INTERNAL));
        Map<String, CredentialRecord> credentialRecords = Map.of("alice@shop.example", record);

        PasskeySource source = PasskeySource.of(
                credentialRecords.entrySet().stream(),
                row -> WebAuthn4jRecords.of(AccountKey.Kind.EMAIL.of(row.getKey()), USER_HANDLE, row.getValue()));

        assertThat(kit.importAll(source)).containsExactly("1 imported, 0 unchanged, 0 refused");
        Passkey stored = kit.passkeys().get(0);
        assertThat(stored.transports()).containsExactly("internal");
        assertThat(stored.backup().eligible()).isTrue();
        kit.client().login(authenticator).expect(200);
    }

    @Test
    @SuppressWarnings("deprecation") // the backup flags are marked so for being experimental
    void registeredCredentialOfYubicosLibrarySignsIn() {
        Device device = Device.of(CoseAlgorithm.ES256);
        RegisteredCredential credential = RegisteredCredential.builder()
                .credentialId(new ByteArray(device.credentialId().toArray()))
                .userHandle(new ByteArray(device.userHandle().toArray()))
                .publicKeyCose(new ByteArray(device.publicKey().toArray()))
                .signatureCount(0)
                .backupEligible(true)
                .backupState(false)
                .build();
        Map<String, RegisteredCredential> registeredCredentials = Map.of("alice@shop.example", credential);

        PasskeySource source = PasskeySource.of(
                registeredCredentials.entrySet().stream(),
                row -> YubicoCredentials.of(AccountKey.Kind.EMAIL.of(row.getKey()), row.getValue()));

        assertThat(kit.importAll(source)).containsExactly("1 imported, 0 unchanged, 0 refused");
        assertThat(kit.passkeys().get(0).backup()).isEqualTo(BackupState.ELIGIBLE);
        kit.client().login(device.authenticator()).expect(200);
    }

    @Test
    void registeredCredentialWithoutBackupFlagsIsSaidToBeWithout() {
        Device device = Device.of(CoseAlgorithm.ES256);
        RegisteredCredential credential = RegisteredCredential.builder()
                .credentialId(new ByteArray(device.credentialId().toArray()))
                .userHandle(new ByteArray(device.userHandle().toArray()))
                .publicKeyCose(new ByteArray(device.publicKey().toArray()))
                .build();

        assertThat(YubicoCredentials.of(AccountKey.Kind.EMAIL.of("alice@shop.example"), credential)
                        .backup())
                .isEqualTo(Optional.empty());
    }

    @Test
    void rowsOfATableOfOnesOwnAreReadByAFunction() {
        Device device = Device.of(CoseAlgorithm.EDDSA);
        record CredentialRow(String email, String userHandle, String credentialId, String coseKey, long counter) {}
        Stream<CredentialRow> rows = Stream.of(
                new CredentialRow(
                        "alice@shop.example",
                        device.userHandle().toBase64Url(),
                        device.credentialId().toBase64Url(),
                        device.publicKey().toBase64Url(),
                        0),
                new CredentialRow("alice@shop.example", "no base64!", "", "", 0));

        LatchkeyConfig config = kit.config;
        Storage storage = kit.storage;

        ImportSettings settings = ImportSettings.of(config).withAssumedBackup(BackupState.ELIGIBLE);
        PasskeySource source = PasskeySource.of(rows, row -> PasskeyRecord.of(
                        AccountKey.Kind.EMAIL.of(row.email()),
                        Bytes.fromBase64Url(row.credentialId()),
                        Bytes.fromBase64Url(row.userHandle()),
                        Bytes.fromBase64Url(row.coseKey()))
                .signCount(row.counter())
                .build());
        ImportReport report = new Importer(storage, settings).run(source, refusal -> System.out.println(refusal));

        assertThat(report).isEqualTo(new ImportReport(1, 0, 1, false));
        kit.client().login(device.authenticator()).expect(200);
    }

    @Test
    void authenticationMethodAsAuth0ListsItSignsIn() {
        Device device = Device.of(CoseAlgorithm.ES256);
        ObjectNode method = Json.object()
                .put("id", "passkey|dev_abc")
                .put("type", "passkey")
                .put("confirmed", true)
                .put("key_id", device.credentialId().toBase64Url())
                .put(
                        "public_key",
                        Base64.getEncoder().encodeToString(device.publicKey().toArray()))
                .put("user_handle", device.userHandle().toBase64Url())
                .put("credential_device_type", "multi_device")
                .put("credential_backed_up", true)
                .put("identity_user_id", "685d20bc")
                .put("relying_party_identifier", Kit.RP_ID)
                .put("user_agent", "Chrome 137.0.0 / Mac OS X 10.15.7")
                .put("created_at", "2025-06-26T10:28:12.580Z");
        List.of("hybrid", "internal").forEach(method.putArray("transports")::add);
        method.putObject("account").put("email", "alice@shop.example");
        ObjectNode password = method.deepCopy().put("type", "password");
        ObjectNode elsewhere = method.deepCopy().put("relying_party_identifier", "tenant.auth0.example");

        assertThat(kit.importAll(auth0(method, password, elsewhere)))
                .contains("1 imported, 0 unchanged, 2 refused", "row 2: malformed: type must be passkey");
        Passkey stored = kit.passkeys().get(0);
        assertThat(stored.backup()).isEqualTo(BackupState.BACKED_UP);
        assertThat(stored.createdAt()).isEqualTo("2025-06-26T10:28:12.580Z");
        kit.client().login(device.authenticator()).expect(200);
    }

    @Test
    void exampleOfTheDocumentationIsReadAsAuth0ListsIt() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream example = Files.newInputStream(Path.of("src/test/resources/auth0.jsonl"))) {
            Auth0Methods.source(example).forEach(rows::add);
        }

        assertThat(rows).singleElement().isInstanceOf(Row.Read.class);
    }

    private static PasskeySource auth0(ObjectNode... lines) {
        StringBuilder text = new StringBuilder();
        Stream.of(lines).forEach(line -> text.append(line).append('\n'));
        return Auth0Methods.source(new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
    }

    private static ObjectNode options() {
        ObjectNode options = Json.object().put("challenge", Device.random(32).toBase64Url());
        options.putObject("rp").put("id", Kit.RP_ID).put("name", Kit.RP_ID);
        options.putObject("user")
                .put("id", USER_HANDLE.toBase64Url())
                .put("name", "alice")
                .put("displayName", "Alice");
        options.putArray("pubKeyCredParams")
                .addObject()
                .put("type", "public-key")
                .put("alg", -7);
        options.putObject("authenticatorSelection").put("residentKey", "required");
        return options;
    }
}
