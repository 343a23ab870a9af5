package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseKey;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.SoftwareCredential;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** §4: "My Account — /me/v1/*": what each call takes and gives. */
class MyAccountTest {
    private static final String METHODS = "/me/v1/authentication-methods";
    private static final UUID AAGUID = UUID.fromString("fbfc3007-154e-4ecc-8c0b-6e020557d7bd");

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient caller;
    private MyAccountClient account;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> {}, clock);
        caller = deployment
                .web()
                .withHeader("User-Agent", "Mozilla/5.0 Test")
                .withBearer(Scenario.myAccountToken(deployment.web(), authenticator, "a@example.com"));
        account = caller.myAccount();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§4: GET /me/v1/factors | read:me:factors | 200 "
            + "{\"factors\":[{\"type\":\"passkey\",\"usage\":[\"primary\"]}]}")
    void factorsAreThePasskeyAlone() {
        Answer factors = account.factors().expect(200);

        assertThat(factors.body()).hasToString("{\"factors\":[{\"type\":\"passkey\",\"usage\":[\"primary\"]}]}");
        assertThat(factors.header("Cache-Control")).contains("no-store");
    }

    @Test
    @DisplayName("§4: GET /me/v1/authentication-methods?type=")
    void listNamesThePasskeysOldestFirstAndFiltersByType() {
        clock.advance(Duration.ofSeconds(1));
        String second = account.enroll(new SoftwareAuthenticator()).expect(201).text("id");
        clock.advance(Duration.ofSeconds(1));
        String third = account.enroll(new SoftwareAuthenticator()).expect(201).text("id");

        JsonNode all = account.list().expect(200).body();

        assertThat(Shapes.names(all)).containsExactly("authentication_methods");
        assertThat(all.path("authentication_methods")).hasSize(3);
        assertThat(all.at("/authentication_methods/1/id").asText()).isEqualTo(second);
        assertThat(all.at("/authentication_methods/2/id").asText()).isEqualTo(third);
        assertThat(account.list("passkey").expect(200).body()).isEqualTo(all);
        assertThat(account.list("totp").expect(200).body()).hasToString("{\"authentication_methods\":[]}");
    }

    @Test
    @DisplayName(
            "§4: Passkey object: id (passkey|dev_…), type, name?, created_at (RFC 3339 UTC with fractional seconds), "
                    + "last_auth_at?, usage:[\"primary\"]")
    void passkeyObjectCarriesExactlyItsMembers() {
        SoftwareAuthenticator device = new SoftwareAuthenticator(
                AuthenticatorModel.syncedPasskeys().withAaguid(AAGUID).withTransports("internal", "hybrid"));
        JsonNode passkey = account.enroll(device).expect(201).body();
        SoftwareCredential credential = device.credentials().get(0);

        assertThat(Shapes.names(passkey))
                .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "name",
                        "created_at",
                        "usage",
                        "credential_device_type",
                        "credential_backed_up",
                        "identity_user_id",
                        "key_id",
                        "public_key",
                        "user_handle",
                        "transports",
                        "user_agent",
                        "aaguid",
                        "relying_party_id");
        assertThat(passkey.path("id").asText()).matches("passkey\\|dev_[A-Za-z0-9_-]{10,}");
        assertThat(passkey.path("type").asText()).isEqualTo("passkey");
        assertThat(passkey.path("name").asText()).isEqualTo("iCloud Keychain");
        assertThat(passkey.path("created_at").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")
                .satisfies(time -> assertThat(Instant.parse(time)).isEqualTo(clock.instant()));
        assertThat(passkey.path("usage")).hasToString("[\"primary\"]");
        assertThat(passkey.path("credential_device_type").asText()).isEqualTo("multi_device");
        assertThat(passkey.path("credential_backed_up").booleanValue()).isTrue();
        assertThat(passkey.path("key_id").asText()).isEqualTo(credential.id().base64Url());
        assertThat(passkey.path("user_handle").asText())
                .isEqualTo(credential.userHandle().base64Url());
        assertThat(passkey.path("transports")).hasToString("[\"internal\",\"hybrid\"]");
        assertThat(passkey.path("user_agent").asText()).isEqualTo("Mozilla/5.0 Test");
        assertThat(passkey.path("aaguid").asText()).isEqualTo(AAGUID.toString());
        assertThat(passkey.path("relying_party_id").asText()).isEqualTo("localhost");
    }

    @Test
    @DisplayName("§4: public_key (COSE key, padded standard base64)")
    void publicKeyIsTheCoseKeyInPaddedBase64() {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        String publicKey = account.enroll(device).expect(201).text("public_key");

        assertThat(publicKey).matches("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
        assertThat(CoseKey.decode(Bytes.copyOf(Base64.getDecoder().decode(publicKey))))
                .isEqualTo(device.credentials().get(0).keyPair().getPublic());
    }

    @Test
    void deviceBoundPasskeyIsSingleDevice() {
        JsonNode passkey = account.enroll(new SoftwareAuthenticator(AuthenticatorModel.securityKey()))
                .expect(201)
                .body();

        assertThat(passkey.path("credential_device_type").asText()).isEqualTo("single_device");
        assertThat(passkey.path("credential_backed_up").booleanValue()).isFalse();
        assertThat(passkey.path("transports")).hasToString("[\"usb\",\"nfc\"]");
    }

    @Test
    @DisplayName("§4: last_auth_at?")
    void lastUseIsShownOnceThereIsOne() {
        assertThat(account.list().body().at("/authentication_methods/0").has("last_auth_at"))
                .isFalse();
        clock.advance(Duration.ofSeconds(5));
        deployment.web().login(authenticator).expect(200);

        String lastUse = account.list()
                .body()
                .at("/authentication_methods/0/last_auth_at")
                .asText();

        assertThat(Instant.parse(lastUse)).isEqualTo(clock.instant());
        assertThat(lastUse).contains(".");
    }

    @Test
    @DisplayName("One stable random user handle an account")
    void userHandleIsTheSameForAllPasskeysOfAnAccount() {
        String first = authenticator.credentials().get(0).userHandle().base64Url();
        account.enroll(new SoftwareAuthenticator()).expect(201);

        account.list().body().path("authentication_methods").forEach(passkey -> assertThat(
                        passkey.path("user_handle").asText())
                .isEqualTo(first));
        assertThat(account.create()
                        .body()
                        .at("/authn_params_public_key/user/id")
                        .asText())
                .isEqualTo(first);
        assertThat(Bytes.fromBase64Url(first).length()).isEqualTo(64);
        assertThat(deployment.rows("latchkey_user_handle")).isEqualTo(1);
    }

    @Test
    @DisplayName("§4: A raw | and %7C in a path mean the same")
    void barMayBeRawOrEncodedInEitherCase() throws Exception {
        String id = account.list().body().at("/authentication_methods/0/id").asText();
        RawTransport raw = new RawTransport(deployment.port(), "localhost");
        String token = Scenario.myAccountLogin(deployment.web(), authenticator);
        List<String> bars = Door.ofThisRun().takesRawBar() ? List.of("|", "%7C", "%7c") : List.of("%7C", "%7c");
        for (String bar : bars) {
            var answer = raw.send(
                    "GET " + METHODS + "/" + id.replace("|", bar),
                    List.of("Authorization: Bearer " + token),
                    Bytes.copyOf());
            assertThat(answer.status()).as("bar as %s", bar).isEqualTo(200);

            var verify = raw.send(
                    "POST " + METHODS + "/passkey" + bar + "new/verify",
                    List.of("Authorization: Bearer " + token, "Content-Type: application/json", "Content-Length: 2"),
                    Bytes.utf8("{}"));
            assertThat(verify.status()).as("bar as %s", bar).isEqualTo(400);
        }
    }

    @Test
    void queryThatNoUriMayHoldIsNoFaultOfTheServers() throws Exception {
        String token = Scenario.myAccountLogin(deployment.web(), authenticator);
        RawTransport raw = new RawTransport(deployment.port(), "localhost");

        var answer = raw.send(
                "GET " + METHODS + "?type=passkey|totp", List.of("Authorization: Bearer " + token), Bytes.copyOf());

        assertThat(answer.status()).isIn(200, 400);
    }

    @Test
    @DisplayName("§4: GET …/{id} · PATCH …/{id} {\"name\"}")
    void renameChangesTheNameAndNothingElse() {
        JsonNode before = account.list().body().at("/authentication_methods/0");

        JsonNode renamed = account.rename(before.path("id").asText(), "  Ann's ph\u00f6ne \ud83d\udcf1 ")
                .expect(200)
                .body();

        assertThat(renamed.path("name").asText()).isEqualTo("Ann's ph\u00f6ne \ud83d\udcf1");
        assertThat(account.get(before.path("id").asText()).expect(200).body()).isEqualTo(renamed);
        assertThat(withoutName(renamed)).isEqualTo(withoutName(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "two\nlines"})
    @DisplayName("§4: \"validation_errors\"?:[{\"detail\",\"pointer\",\"field\",\"source\"}]")
    void nameThatIsNoNameIsRefused(String name) {
        String id = account.list().body().at("/authentication_methods/0/id").asText();

        Shapes.validationError(account.rename(id, name), "/name");
        Shapes.validationError(account.rename(id, "n".repeat(1001)), "/name");
        Shapes.validationError(account.patch(id, Bodies.of()), "/name");
        Shapes.validationError(account.patch(id, Bodies.of().put("name", 1)), "/name");

        account.rename(id, "n".repeat(100)).expect(200);
    }

    @Test
    @DisplayName("§4: DELETE …/{id}")
    void removedPasskeyIsGoneAndLogsInNoMore() {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        String id = account.enroll(device).expect(201).text("id");

        Answer removed = account.delete(id).expect(204);

        assertThat(removed.body().isMissingNode()).isTrue();
        Shapes.problem(account.get(id), 404);
        Shapes.problem(account.delete(id), 404);
        Shapes.notVerified(deployment.web().login(device));
        deployment.web().login(authenticator).expect(200);
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(1);
    }

    @Test
    @DisplayName("§4: Deleting the last passkey of an account that has no other way in is 409")
    void lastPasskeyStays() {
        String id = account.list().body().at("/authentication_methods/0/id").asText();

        Shapes.problem(account.delete(id), 409);

        deployment.web().login(authenticator).expect(200);
        account.enroll(new SoftwareAuthenticator()).expect(201);
        account.delete(id).expect(204);
    }

    private static JsonNode withoutName(JsonNode passkey) {
        return ((ObjectNode) passkey.deepCopy()).without("name");
    }
}
