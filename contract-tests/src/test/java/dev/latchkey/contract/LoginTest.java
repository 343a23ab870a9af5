package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SignatureCounter;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** §2 and §3: "login is discoverable", and the credential that signed decides who logs in. */
class LoginTest {
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config ->
                config.domain("other.localhost").realm("default", realm -> {}).realm("staff", realm -> {}));
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @ParameterizedTest
    @EnumSource
    void passkeyOfEveryAlgorithmSignsUpAndIn(CoseAlgorithm algorithm) {
        SoftwareAuthenticator device =
                new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withAlgorithms(algorithm));
        web.signup(device, profile("a@example.com")).expect(200);

        Answer tokens = web.login(device).expect(200);

        assertThat(device.credentials().get(0).algorithm()).isEqualTo(algorithm);
        assertThat(tokens.has("access_token")).isTrue();
    }

    @Test
    @DisplayName("§3: Optional, because some SDK leaves each out: authenticatorAttachment, clientExtensionResults, "
            + "userHandle")
    void loginWithoutOptionalMembersSucceeds() {
        web.signup(authenticator, profile("a@example.com")).expect(200);

        web.login(authenticator, Bend.none().withoutUserHandle()).expect(200);
        web.login(authenticator, Bend.none().response(response -> response.putNull("userHandle")))
                .expect(200);
        web.login(
                        authenticator,
                        Bend.none()
                                .json(answer ->
                                        answer.remove(List.of("authenticatorAttachment", "clientExtensionResults"))))
                .expect(200);
    }

    @Test
    @DisplayName(
            "§3: response.transports, response.authenticatorData, publicKey, publicKeyAlgorithm … Unknown members are "
                    + "ignored")
    void signupWithoutOptionalMembersSucceeds() {
        Bend bare = Bend.none()
                .json(answer -> answer.remove(List.of("authenticatorAttachment", "clientExtensionResults"))
                        .put("unknown", "member"))
                .response(response -> response.remove(
                                List.of("transports", "authenticatorData", "publicKey", "publicKeyAlgorithm"))
                        .put("unknown", 1));

        web.signup(authenticator, profile("a@example.com"), bare).expect(200);
        web.login(authenticator).expect(200);
    }

    @Test
    @DisplayName("The same bytes for unknown credential and bad signature")
    void unknownCredentialAndBadSignatureAreToldAlike() {
        web.signup(authenticator, profile("a@example.com")).expect(200);
        String before = deployment.contents();

        Answer badSignature = web.login(authenticator, Bend.none().flippedSignature());
        Answer unknown = web.login(authenticator, Bend.none().id(Bytes.copyOf(new byte[32])));
        Answer neverHere = web.login(stranger());
        Answer foreignHandle = web.login(authenticator, Bend.none().userHandle(Bytes.copyOf(new byte[64])));

        Shapes.notVerified(badSignature);
        for (Answer answer : List.of(unknown, neverHere, foreignHandle)) {
            assertThat(answer.body()).isEqualTo(badSignature.body());
            assertThat(answer.status()).isEqualTo(badSignature.status());
            assertThat(headers(answer)).isEqualTo(headers(badSignature));
        }
        assertThat(deployment.contents()).isEqualTo(before);
        web.login(authenticator).expect(200);
    }

    @Test
    @DisplayName("§3: 403 access_denied … the host's accounts refused (blocked user)")
    void blockedAccountIsRefusedUntilItIsUnblocked() {
        web.signup(authenticator, profile("a@example.com")).expect(200);
        deployment.database().update("update latchkey_account set blocked = true");
        String before = deployment.contents();

        Shapes.oauthError(web.login(authenticator), 403, "access_denied");
        Shapes.notVerified(web.login(authenticator, Bend.none().flippedSignature()));

        assertThat(deployment.contents()).isEqualTo(before);
        deployment.database().update("update latchkey_account set blocked = false");
        web.login(authenticator).expect(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 5})
    void counterThatDoesNotRiseIsRefused(long counter) {
        SoftwareAuthenticator key = manualCounter();
        web.signup(key, profile("a@example.com")).expect(200);
        web.login(key, Bend.none().counter(5)).expect(200);
        String before = deployment.contents();

        Shapes.notVerified(web.login(key, Bend.none().counter(counter)));

        assertThat(deployment.contents()).isEqualTo(before);
        assertThat(signCount()).isEqualTo(5);
        web.login(key, Bend.none().counter(6)).expect(200);
        assertThat(signCount()).isEqualTo(6);
    }

    @Test
    @DisplayName("0/0 is allowed: synced passkeys do not count")
    void counterThatStaysZeroIsAccepted() {
        web.signup(authenticator, profile("a@example.com")).expect(200);

        web.login(authenticator).expect(200);
        web.login(authenticator).expect(200);

        assertThat(signCount()).isZero();
    }

    @Test
    void counterUpToItsGreatestValueIsKept() {
        SoftwareAuthenticator key = manualCounter();
        web.signup(key, profile("a@example.com")).expect(200);

        web.login(key, Bend.none().counter(0xffff_ffffL)).expect(200);

        assertThat(signCount()).isEqualTo(0xffff_ffffL);
    }

    @Test
    void passkeyOfAnotherRealmIsRefusedAsIfItWereUnknown() {
        web.signup(authenticator, profile("a@example.com")).expect(200);

        Shapes.notVerified(web.withRealm("staff").login(authenticator));

        web.withRealm("default").login(authenticator).expect(200);
    }

    @Test
    @DisplayName("§7: Passkeys carry the rpId that they were made for, and serve only there")
    void passkeyOfAnotherRpIdIsRefused() {
        web.signup(authenticator, profile("a@example.com")).expect(200);
        var credential = authenticator.credentials().get(0);
        ContractClient other = deployment.clientOf("other.localhost", "web").withOrigin(Deployment.ORIGIN);
        SoftwareAuthenticator obliging = new SoftwareAuthenticator();
        obliging.add(credential);
        Answer challenge = other.passkeyChallenge().expect(200);
        Answer local = web.passkeyChallenge().expect(200);
        Bend lie = Bend.none().rpId("other.localhost").challenge(Scenario.challenge(challenge));

        assertThat(challenge.body().at("/authn_params_public_key/rpId").asText())
                .isEqualTo("other.localhost");
        Shapes.notVerified(other.token(challenge.text("auth_session"), web.get(obliging, local, lie)));

        web.login(authenticator).expect(200);
    }

    @Test
    void backupStateIsRefreshedAndItsEligibilityNeverChanges() {
        SoftwareAuthenticator device =
                new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withFlag(Flag.BS, false));
        web.signup(device, profile("a@example.com")).expect(200);
        assertThat(backedUp()).isFalse();

        web.login(device, Bend.none().flag(Flag.BS, true)).expect(200);
        assertThat(backedUp()).isTrue();

        web.login(device).expect(200);
        assertThat(backedUp()).isFalse();
        Shapes.notVerified(web.login(device, Bend.none().flag(Flag.BE, false)));
    }

    @Test
    @DisplayName("§2: client_id (required), client_secret, realm, organization — §3: 401 invalid_client … 403 "
            + "unauthorized_client the client lacks the passkey grant")
    void clientIsHeldToWhatItMay() {
        Shapes.oauthError(deployment.client("nobody").passkeyChallenge(), 401, "invalid_client");
        Shapes.oauthError(deployment.client("nothing").passkeyChallenge(), 403, "unauthorized_client");
        Shapes.oauthError(
                deployment.client("nothing").passkeyRegister(profile("a@b.example")), 403, "unauthorized_client");
        Shapes.oauthError(deployment.client("backend").passkeyChallenge(), 401, "invalid_client");
        Shapes.oauthError(deployment.client("backend").withSecret("wrong").passkeyChallenge(), 401, "invalid_client");
        Shapes.oauthError(web.withSecret("not mine").passkeyChallenge(), 401, "invalid_client");
        Shapes.invalidRequest(web.send("POST", "/passkey/challenge", Bodies.of()), "client_id");
        Shapes.invalidRequest(web.send("POST", "/passkey/challenge", Bodies.of().put("client_id", 1)), "client_id");
        Shapes.invalidRequest(web.withRealm("unknown").passkeyChallenge(), "realm");
        Shapes.invalidRequest(web.withOrganization("unknown").passkeyChallenge(), "organization");

        deployment
                .client("backend")
                .withSecret(Deployment.BACKEND_SECRET)
                .passkeyChallenge()
                .expect(200);
    }

    /** An authenticator with a passkey for this site that the site has never seen. */
    private SoftwareAuthenticator stranger() {
        SoftwareAuthenticator stranger = new SoftwareAuthenticator();
        web.create(stranger, web.passkeyRegister(profile("stranger@example.com")), Bend.none());
        return stranger;
    }

    private static SoftwareAuthenticator manualCounter() {
        return new SoftwareAuthenticator(
                AuthenticatorModel.securityKey().withSignatureCounter(SignatureCounter.MANUAL));
    }

    private long signCount() {
        return deployment.database().query(Long.class, "select sign_count from latchkey_passkey");
    }

    private boolean backedUp() {
        return deployment.database().query(Boolean.class, "select backed_up from latchkey_passkey");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        headers.remove("Date");
        return headers;
    }
}
