package dev.latchkey.webauthn;

import static dev.latchkey.webauthn.TestRelyingParty.ORIGIN;
import static dev.latchkey.webauthn.TestRelyingParty.creationOptions;
import static dev.latchkey.webauthn.TestRelyingParty.framed;
import static dev.latchkey.webauthn.TestRelyingParty.register;
import static dev.latchkey.webauthn.TestRelyingParty.userVerificationPreferred;
import static dev.latchkey.webauthn.TestRelyingParty.userVerificationRequired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.testkit.Attestation;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.CoseKey;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("§7.1 Registering a New Credential")
class RegistrationVerifierTest {
    static final AuthenticatorModel SYNCED = AuthenticatorModel.syncedPasskeys();
    static final AuthenticatorModel SELF_ATTESTED =
            AuthenticatorModel.securityKey().withAlgorithms(CoseAlgorithm.ES256);

    static Stream<Arguments> everyAlgorithmAndAttestation() {
        return Arrays.stream(CoseAlgorithm.values()).flatMap(algorithm -> Arrays.stream(Attestation.values())
                .map(attestation -> Arguments.of(algorithm, attestation)));
    }

    @ParameterizedTest
    @MethodSource("everyAlgorithmAndAttestation")
    void honestAnswerIsAccepted(CoseAlgorithm algorithm, Attestation attestation) {
        UUID aaguid = UUID.fromString("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4");
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(
                SYNCED.withAlgorithms(algorithm).withAttestation(attestation).withAaguid(aaguid));
        ObjectNode answer = authenticator.create(creationOptions(), ORIGIN);

        VerifiedRegistration verified = register(answer, userVerificationRequired());

        assertThat(verified.credentialId().toBase64Url())
                .isEqualTo(answer.path("id").textValue());
        assertThat(verified.publicKey().toArray())
                .isEqualTo(CoseKey.encode(
                                authenticator.credentials().get(0).keyPair().getPublic())
                        .encode()
                        .toArray());
        assertThat(verified.aaguid()).isEqualTo(aaguid);
        assertThat(verified.transports()).containsExactly("internal", "hybrid");
        assertThat(verified.backup()).isEqualTo(BackupState.BACKED_UP);
        assertThat(verified.userVerified()).isTrue();
        assertThat(verified.signCount()).isZero();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("dev.latchkey.webauthn.ClientDataCases#refused")
    @DisplayName("Steps 7 to 12: type, challenge, origin, crossOrigin and topOrigin are what was asked for")
    void bentClientDataIsRefused(Bend bend) {
        assertRefused(SYNCED, bend, "clientDataJSON");
        assertRefused(SELF_ATTESTED, bend, "clientDataJSON");
    }

    @Test
    @DisplayName("Step 7: Verify that the value of C.type is webauthn.create")
    void typeOfAnAssertionIsRefused() {
        assertRefused(SYNCED, Bend.none().type("webauthn.get"), "clientDataJSON.type");
    }

    @Test
    @DisplayName("Step 10: crossOrigin true is accepted where the Relying Party expects to be framed")
    void crossOriginIsAcceptedWhereThePolicyAllowsIt() {
        ObjectNode answer = answer(SYNCED, Bend.none().crossOrigin(true));

        assertThat(register(answer, framed(Set.of())).userVerified()).isTrue();
    }

    @Test
    @DisplayName("Step 11: topOrigin matches the origin of a page that the Relying Party expects to be framed in")
    void topOriginIsAcceptedWhereThePolicyListsIt() {
        ObjectNode answer = answer(SYNCED, Bend.none().crossOrigin(true).topOrigin("https://shop.example"));

        assertThat(register(answer, framed(Set.of("https://shop.example"))).userVerified())
                .isTrue();
        assertThatThrownBy(() -> register(answer, framed(Set.of("https://other.example"))))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("topOrigin");
    }

    @Test
    @DisplayName("Step 14: Verify that the rpIdHash is the SHA-256 hash of the RP ID")
    void otherRpIdHashIsRefused() {
        assertRefused(SYNCED, Bend.none().rpId("example.com"), "RP ID hash");
        assertRefused(SYNCED, Bend.none().rpId(ORIGIN), "RP ID hash");
        assertRefused(SYNCED, Bend.none().rpIdHash(Bytes.copyOf(new byte[32])), "RP ID hash");
    }

    @Test
    @DisplayName(
            "Step 15: If options.mediation is not set to conditional, verify that the UP bit of the flags in authData is set")
    void conditionalCreateNeedsNobodyThereAndNobodyVerified() {
        Expectation conditional = userVerificationRequired().ofConditionalCreate();
        Bend silent = Bend.none().flag(Flag.UP, false).flag(Flag.UV, false);

        ObjectNode answer = new SoftwareAuthenticator(SYNCED).create(creationOptions(), ORIGIN, silent);

        assertThat(register(answer, conditional).userVerified()).isFalse();
    }

    @Test
    void conditionalCreateIsHeldToEverythingElse() {
        Expectation conditional = userVerificationRequired().ofConditionalCreate();
        for (Bend bend : List.of(
                Bend.none().origin("https://evil.example"),
                Bend.none().rpId("other.example"),
                Bend.none().flag(Flag.BE, false).flag(Flag.BS, true),
                Bend.none().challenge("AAAA"))) {
            ObjectNode answer = new SoftwareAuthenticator(SYNCED)
                    .create(creationOptions(), ORIGIN, bend.flag(Flag.UP, false).flag(Flag.UV, false));
            assertThatThrownBy(() -> register(answer, conditional)).isInstanceOf(WebAuthnException.class);
        }
    }

    @Test
    @DisplayName("Step 15: Verify that the UP bit of the flags in authData is set")
    void absentUserIsRefused() {
        assertRefused(SYNCED, Bend.none().flag(Flag.UP, false), "(UP)");
    }

    @Test
    @DisplayName("Step 16: If user verification was required, verify that the UV bit is set")
    void unverifiedUserIsRefusedWhereVerificationIsRequired() {
        ObjectNode answer = answer(SYNCED, Bend.none().flag(Flag.UV, false));

        assertThatThrownBy(() -> register(answer, userVerificationRequired()))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("(UV)");
        assertThat(register(answer, userVerificationPreferred()).userVerified()).isFalse();
    }

    @Test
    @DisplayName("Step 17: If the BE bit is not set, verify that the BS bit is not set")
    void backedUpWithoutEligibilityIsRefused() {
        assertRefused(SYNCED, Bend.none().flag(Flag.BE, false), "(BS)");
    }

    @Test
    @DisplayName("Step 18: the backup state is that of the flags")
    void backupStateFollowsTheFlags() {
        assertThat(register(answer(SYNCED, Bend.none().flag(Flag.BS, false)), userVerificationRequired())
                        .backup())
                .isEqualTo(BackupState.ELIGIBLE);
        assertThat(register(answer(SELF_ATTESTED, Bend.none()), userVerificationRequired())
                        .backup())
                .isEqualTo(BackupState.SINGLE_DEVICE);
    }

    @Test
    void missingAttestedCredentialDataIsRefused() {
        assertRefused(SYNCED, Bend.none().flag(Flag.AT, false), "(AT)");
        assertRefused(SYNCED, Bend.none().flag(Flag.AT, false).withoutAttestedCredentialData(), "(AT)");
        assertRefused(SYNCED, Bend.none().withoutAttestedCredentialData(), "too early");
    }

    @Test
    @DisplayName("Step 21: Verify that the attestation statement format is one that is supported")
    void attestationFormatOutsideThePolicyIsRefused() {
        for (String format : new String[] {"android-safetynet", "fido-u2f", "tpm", "apple", "unknown", "NONE", ""}) {
            assertRefused(SYNCED, Bend.none().format(format), "attestation format " + format + " is not accepted");
            assertRefused(SELF_ATTESTED, Bend.none().format(format), "attestation format");
        }
    }

    static Stream<Named<Bend>> selfAttestations() {
        Bend bend = Bend.none();
        return Stream.of(
                Named.of("signature flipped", bend.flippedSignature()),
                Named.of("signature empty", bend.emptySignature()),
                Named.of("signature missing", bend.withoutStatementMember("sig")),
                Named.of("signature a text", bend.statementMember("sig", Cbor.of("signature"))),
                Named.of("signed over something else", bend.signedOver(Bytes.utf8("something else"))),
                Named.of(
                        "signed by another key",
                        bend.signedBy(CoseAlgorithm.ES256.generateKeyPair().getPrivate())),
                Named.of("algorithm of another key", bend.statementMember("alg", Cbor.of(-257))),
                Named.of("algorithm missing", bend.withoutStatementMember("alg")),
                Named.of("no certificates", bend.statementMember("x5c", Cbor.of(List.of()))),
                Named.of(
                        "a certificate that is none",
                        bend.statementMember("x5c", Cbor.of(List.of(Cbor.of(Bytes.utf8("x")))))),
                Named.of("changed after signing", bend.counter(7).signedBeforeBending()));
    }

    @ParameterizedTest
    @MethodSource("selfAttestations")
    @DisplayName("Step 22: Verify that attStmt is a correct attestation statement, conveying a valid signature")
    void bentSelfAttestationIsRefused(Bend bend) {
        assertRefused(SELF_ATTESTED, bend, "");
    }

    @Test
    void statementWithTheFormatNoneIsRefused() {
        assertRefused(SYNCED, Bend.none().statementMember("sig", Cbor.of(Bytes.utf8("x"))), "");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 64, 1023})
    void credentialIdOf16To1023BytesIsAccepted(int length) {
        ObjectNode answer = answer(SYNCED.withCredentialIdLength(length), Bend.none());

        assertThat(register(answer, userVerificationRequired()).credentialId().size())
                .isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 1024, 5000})
    @DisplayName("Step 25: Verify that the credentialId is ≤ 1023 bytes")
    void credentialIdOfAnotherLengthIsRefused(int length) {
        assertRefused(SYNCED.withCredentialIdLength(length), Bend.none(), "credential id of " + length + " bytes");
    }

    @Test
    void credentialIdOtherThanTheAttestedOneIsRefused() {
        Bytes other = Bytes.copyOf(new byte[32]);
        assertRefused(SYNCED, Bend.none().id(other), "attested credential id");
        assertRefused(SYNCED, Bend.none().credentialId(other), "attested credential id");
        assertRefused(SYNCED, Bend.none().credentialIdLength(31), "");
        assertRefused(SYNCED, Bend.none().credentialIdLength(0xffff), "");
    }

    @Test
    void credentialThatIsNotDiscoverableIsRefused() {
        assertRefused(SYNCED, credProps(false), "credProps.rk");
        assertThat(register(answer(SYNCED, credProps(true)), userVerificationRequired())
                        .userVerified())
                .isTrue();
    }

    private static Bend credProps(boolean rk) {
        return Bend.none().json(answer -> {
            answer.withObject("/clientExtensionResults/credProps").put("rk", rk);
            return answer;
        });
    }

    @Test
    void extensionsOfTheAuthenticatorAreAccepted() {
        Bend bend = Bend.none().extensions(CborMap.empty().with("credProtect", Cbor.of(2)));

        assertThat(register(answer(SELF_ATTESTED, bend), userVerificationRequired())
                        .userVerified())
                .isTrue();
    }

    private static ObjectNode answer(AuthenticatorModel model, Bend bend) {
        return new SoftwareAuthenticator(model).create(creationOptions(), ORIGIN, bend);
    }

    static void assertRefused(AuthenticatorModel model, Bend bend, String reason) {
        ObjectNode answer = answer(model, bend);
        assertThatThrownBy(() -> register(answer, userVerificationRequired()))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining(reason);
    }
}
