package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftwareAuthenticatorTest {

    private static final String ORIGIN = TestOptions.ORIGIN;

    @ParameterizedTest
    @EnumSource(CoseAlgorithm.class)
    void assertionVerifiesByTheRegisteredKey(CoseAlgorithm algorithm) {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();

        JsonNode created = authenticator.create(TestOptions.creation(algorithm.id()), ORIGIN);
        AssertionAnswer assertion = AssertionAnswer.read(authenticator.get(TestOptions.request(), ORIGIN));

        RegistrationAnswer registration = RegistrationAnswer.read(created);
        assertThat(CoseAlgorithm.of(registration.publicKey())).isEqualTo(algorithm);
        assertThat(created.at("/response/publicKeyAlgorithm").asLong()).isEqualTo(algorithm.id());
        assertThat(assertion.verifies(registration.publicKey())).isTrue();
        assertThat(assertion.userHandle()).contains(TestOptions.USER_ID);
    }

    @ParameterizedTest
    @EnumSource(CoseAlgorithm.class)
    void selfAttestationVerifies(CoseAlgorithm algorithm) {
        AuthenticatorModel model = AuthenticatorModel.securityKey().withAlgorithms(algorithm);

        JsonNode created = new SoftwareAuthenticator(model).create(TestOptions.creation(), ORIGIN);

        assertThat(RegistrationAnswer.read(created).selfAttestationVerifies()).isTrue();
    }

    @Test
    void registrationHasTheMembersOfToJson() {
        ObjectNode options = TestOptions.creation();
        options.putObject("extensions").put("credProps", true);

        JsonNode created = new SoftwareAuthenticator().create(options.toString(), ORIGIN);

        assertThat(created.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "rawId", "type", "response", "authenticatorAttachment", "clientExtensionResults");
        assertThat(created.at("/response").fieldNames())
                .toIterable()
                .containsExactly(
                        "clientDataJSON",
                        "attestationObject",
                        "authenticatorData",
                        "publicKey",
                        "publicKeyAlgorithm",
                        "transports");
        assertThat(created.path("rawId")).isEqualTo(created.path("id"));
        assertThat(created.path("authenticatorAttachment").asText()).isEqualTo("platform");
        assertThat(created.at("/response/transports")).hasSize(2);
        assertThat(created.at("/clientExtensionResults/credProps/rk").asBoolean())
                .isTrue();
    }

    @Test
    void registrationSaysWhatWasAsked() {
        RegistrationAnswer registration =
                RegistrationAnswer.read(new SoftwareAuthenticator().create(TestOptions.creation(), ORIGIN));
        AuthenticatorData data = AuthenticatorData.decode(registration.authenticatorData());

        assertThat(registration.clientData().toString())
                .isEqualTo(
                        "{\"type\":\"webauthn.create\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}",
                        TestOptions.CHALLENGE.base64Url(), ORIGIN);
        assertThat(registration.format()).isEqualTo("none");
        assertThat(registration.attestationObject().path("attStmt")).isEmpty();
        assertThat(data.rpIdHash()).isEqualTo(Bytes.utf8("auth.example.com").sha256());
        assertThat(data.flags()).containsExactlyInAnyOrder(Flag.UP, Flag.UV, Flag.BE, Flag.BS, Flag.AT);
        assertThat(data.signCount()).isZero();
    }

    @Test
    void modelShowsInTheAnswers() {
        UUID aaguid = UUID.fromString("11223344-5566-7788-99aa-bbccddeeff00");
        AuthenticatorModel model =
                AuthenticatorModel.securityKey().withAaguid(aaguid).withFlag(Flag.UV, false);

        JsonNode created = new SoftwareAuthenticator(model).create(TestOptions.creation(), ORIGIN);

        RegistrationAnswer registration = RegistrationAnswer.read(created);
        assertThat(registration.credential().aaguid()).isEqualTo(aaguid);
        assertThat(AuthenticatorData.decode(registration.authenticatorData()).flags())
                .isEqualTo(Set.of(Flag.UP, Flag.AT));
        assertThat(created.path("authenticatorAttachment").asText()).isEqualTo("cross-platform");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 1023, 1024})
    void credentialIdsHaveTheLengthOfTheModel(int length) {
        AuthenticatorModel model = AuthenticatorModel.syncedPasskeys().withCredentialIdLength(length);
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(model);

        JsonNode created = authenticator.create(TestOptions.creation(), ORIGIN);

        Bytes id = Bytes.fromBase64Url(created.path("id").asText());
        assertThat(id.length()).isEqualTo(length);
        assertThat(RegistrationAnswer.read(created).credential().credentialId()).isEqualTo(id);
        assertThat(authenticator.get(TestOptions.request(), ORIGIN).path("id")).isEqualTo(created.path("id"));
    }

    @Test
    void firstSupportedAlgorithmOfTheOptionsIsTaken() {
        AuthenticatorModel model =
                AuthenticatorModel.syncedPasskeys().withAlgorithms(CoseAlgorithm.RS256, CoseAlgorithm.ES256);

        JsonNode created = new SoftwareAuthenticator(model).create(TestOptions.creation(-8, -7, -257), ORIGIN);

        assertThat(created.at("/response/publicKeyAlgorithm").asLong()).isEqualTo(-7);
    }

    @Test
    void unsupportedAlgorithmsAreRefused() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();

        assertRefused(DomError.NOT_SUPPORTED, () -> authenticator.create(TestOptions.creation(-35, -36), ORIGIN));
        assertThat(authenticator.credentials()).isEmpty();
    }

    @Test
    void excludedCredentialIsRefused() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        String id =
                authenticator.create(TestOptions.creation(), ORIGIN).path("id").asText();
        ObjectNode options = TestOptions.creation();
        options.withArray("/excludeCredentials")
                .addObject()
                .put("type", "public-key")
                .put("id", id);

        assertRefused(DomError.INVALID_STATE, () -> authenticator.create(options, ORIGIN));
        assertThat(authenticator.credentials()).hasSize(1);
    }

    @Test
    void allowedCredentialAnswers() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        ObjectNode first = authenticator.create(TestOptions.creation(), ORIGIN);
        authenticator.create(ofUser("user-2"), ORIGIN);
        ObjectNode options = TestOptions.request();
        options.withArray("/allowCredentials")
                .addObject()
                .put("type", "public-key")
                .put("id", first.path("id").asText());

        assertThat(authenticator.get(options, ORIGIN).path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void noFittingCredentialIsRefused() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        authenticator.create(TestOptions.creation(), ORIGIN);
        ObjectNode foreign = TestOptions.request().put("rpId", "example.com");

        assertRefused(DomError.NOT_ALLOWED, () -> authenticator.get(foreign, ORIGIN));
    }

    @Test
    void credentialThatIsNotDiscoverableNeedsToBeNamed() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        ObjectNode creation = TestOptions.creation();
        creation.remove("authenticatorSelection");
        String id = authenticator.create(creation, ORIGIN).path("id").asText();
        ObjectNode naming = TestOptions.request();
        naming.withArray("/allowCredentials").addObject().put("id", id);

        assertRefused(DomError.NOT_ALLOWED, () -> authenticator.get(TestOptions.request(), ORIGIN));
        assertThat(AssertionAnswer.read(authenticator.get(naming, ORIGIN)).userHandle())
                .isEmpty();
    }

    @Test
    void foreignRpIdIsRefused() {
        ObjectNode options = TestOptions.request().put("rpId", "h.example.com");

        assertRefused(DomError.SECURITY, () -> new SoftwareAuthenticator().get(options, ORIGIN));
    }

    @Test
    void androidOriginIsTaken() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();

        JsonNode created = authenticator.create(TestOptions.creation(), "android:apk-key-hash:abc");

        assertThat(RegistrationAnswer.read(created).clientData().path("origin").asText())
                .isEqualTo("android:apk-key-hash:abc");
    }

    @Test
    void newCredentialOfAUserTakesThePlaceOfTheOld() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        authenticator.create(TestOptions.creation(), ORIGIN);
        JsonNode second = authenticator.create(TestOptions.creation(), ORIGIN);

        assertThat(authenticator.credentials())
                .extracting(each -> each.id().base64Url())
                .isEqualTo(List.of(second.path("id").asText()));
    }

    @Test
    void preferredCredentialAnswers() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        JsonNode first = authenticator.create(TestOptions.creation(), ORIGIN);
        JsonNode second = authenticator.create(ofUser("user-2"), ORIGIN);
        assertThat(authenticator.get(TestOptions.request(), ORIGIN).path("id")).isEqualTo(second.path("id"));

        authenticator.prefer(Bytes.fromBase64Url(first.path("id").asText()));

        assertThat(authenticator.get(TestOptions.request(), ORIGIN).path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void removedCredentialIsGone() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        authenticator.create(TestOptions.creation(), ORIGIN);

        authenticator.remove(authenticator.credentials().get(0).id());

        assertRefused(DomError.NOT_ALLOWED, () -> authenticator.get(TestOptions.request(), ORIGIN));
    }

    @Test
    void countersAreKeptAsTheModelSays() {
        assertThat(countersOf(SignatureCounter.COUNTING)).containsExactly(1L, 2L, 42L);
        assertThat(countersOf(SignatureCounter.ZERO)).containsExactly(0L, 0L, 0L);
        assertThat(countersOf(SignatureCounter.MANUAL)).containsExactly(0L, 0L, 41L);
    }

    private static List<Long> countersOf(SignatureCounter mode) {
        SoftwareAuthenticator authenticator =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey().withSignatureCounter(mode));
        authenticator.create(TestOptions.creation(), ORIGIN);
        long first = nextCounter(authenticator);
        long second = nextCounter(authenticator);
        authenticator.setCounter(authenticator.credentials().get(0).id(), 41);
        return List.of(first, second, nextCounter(authenticator));
    }

    private static long nextCounter(SoftwareAuthenticator authenticator) {
        AssertionAnswer assertion = AssertionAnswer.read(authenticator.get(TestOptions.request(), ORIGIN));
        return AuthenticatorData.decode(assertion.authenticatorData()).signCount();
    }

    private static ObjectNode ofUser(String id) {
        ObjectNode options = TestOptions.creation();
        options.withObject("/user").put("id", Bytes.utf8(id).base64Url());
        return options;
    }

    private static void assertRefused(DomError error, Runnable ceremony) {
        assertThatThrownBy(ceremony::run)
                .isInstanceOfSatisfying(
                        AuthenticatorException.class, e -> assertThat(e.error()).isEqualTo(error))
                .hasMessageStartingWith(error.webName());
    }
}
