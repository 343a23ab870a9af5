package dev.latchkey.webauthn;

import static dev.latchkey.webauthn.TestRelyingParty.CHALLENGE;
import static dev.latchkey.webauthn.TestRelyingParty.ORIGIN;
import static dev.latchkey.webauthn.TestRelyingParty.POLICY;
import static dev.latchkey.webauthn.TestRelyingParty.RP_ID;
import static dev.latchkey.webauthn.TestRelyingParty.creationOptions;
import static dev.latchkey.webauthn.TestRelyingParty.framed;
import static dev.latchkey.webauthn.TestRelyingParty.register;
import static dev.latchkey.webauthn.TestRelyingParty.requestOptions;
import static dev.latchkey.webauthn.TestRelyingParty.userVerificationPreferred;
import static dev.latchkey.webauthn.TestRelyingParty.userVerificationRequired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.CryptoProvider;
import dev.latchkey.config.CryptoSettings;
import dev.latchkey.keys.Crypto;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Stage;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("§7.2 Verifying an Authentication Assertion")
class AssertionVerifierTest {
    private final SoftwareAuthenticator authenticator =
            new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withAlgorithms(CoseAlgorithm.ES256));
    private final Passkey passkey = enrolled(authenticator);

    @ParameterizedTest
    @EnumSource(CoseAlgorithm.class)
    void honestAnswerIsAccepted(CoseAlgorithm algorithm) {
        SoftwareAuthenticator key =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey().withAlgorithms(algorithm));
        Passkey enrolled = enrolled(key);

        VerifiedAssertion verified = verify(key.get(requestOptions(), ORIGIN), enrolled);

        assertThat(verified.signCount()).isEqualTo(1);
        assertThat(verified.backup()).isEqualTo(BackupState.SINGLE_DEVICE);
        assertThat(verified.userVerified()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(CryptoProvider.class)
    void everyProviderTellsTheOwnersSignatureFromAnother(CryptoProvider provider) {
        Crypto crypto = Crypto.of(new CryptoSettings(provider));
        SoftwareAuthenticator other =
                new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withAlgorithms(CoseAlgorithm.ES256));
        Passkey foreign =
                TestRelyingParty.withPublicKey(passkey, enrolled(other).publicKey());
        AssertionAnswer answer = AssertionAnswer.of(answer(Bend.none()));

        assertThat(AssertionVerifier.verify(answer, passkey, userVerificationRequired(), crypto)
                        .userVerified())
                .isTrue();
        assertThatThrownBy(() -> AssertionVerifier.verify(answer, foreign, userVerificationRequired(), crypto))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("signature");
    }

    @Test
    void storedKeyThatIsNoKeyRefuses() {
        dev.latchkey.passkey.Bytes cut = dev.latchkey.passkey.Bytes.of(new byte[] {(byte) 0xa1, 1, 2});
        AssertionAnswer answer = AssertionAnswer.of(answer(Bend.none()));

        assertThatThrownBy(() -> AssertionVerifier.verify(
                        answer, TestRelyingParty.withPublicKey(passkey, cut), userVerificationRequired()))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("stored public key");
    }

    @Test
    void storedKeyWithItsMembersInAnotherOrderServes() {
        byte[] canonical = passkey.publicKey().toArray();
        byte[] other = canonical.clone();
        other[1] = 3;
        other[2] = 0x26;
        other[3] = 1;
        other[4] = 2;
        AssertionAnswer answer = AssertionAnswer.of(answer(Bend.none()));

        assertThat(AssertionVerifier.verify(
                                answer,
                                TestRelyingParty.withPublicKey(passkey, dev.latchkey.passkey.Bytes.of(other)),
                                userVerificationRequired())
                        .userVerified())
                .isTrue();
    }

    @Test
    @DisplayName("Step 6: If response.userHandle is present, verify that it is the owner's")
    void foreignUserHandleIsRefused() {
        assertRefused(Bend.none().userHandle(Bytes.utf8("another user")), "user handle");
        assertRefused(Bend.none().userHandle(Bytes.copyOf()), "user handle");
    }

    @Test
    @DisplayName("Step 6: the credential alone says whose it is where response.userHandle is absent")
    void absentUserHandleIsAccepted() {
        assertThat(verify(answer(Bend.none().withoutUserHandle())).userVerified())
                .isTrue();
    }

    @Test
    void passkeyOfAnotherRelyingPartyIsRefused() {
        Passkey foreign = TestRelyingParty.passkey(
                "other.example.com",
                register(authenticator.create(creationOptions(), ORIGIN), userVerificationRequired()));
        ObjectNode answer = answer(Bend.none());

        assertThatThrownBy(() -> verify(answer, foreign))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("another relying party");
    }

    @Test
    void answerOfAnotherCredentialIsRefused() {
        assertRefused(Bend.none().id(Bytes.copyOf(new byte[32])), "");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("dev.latchkey.webauthn.ClientDataCases#refused")
    @DisplayName("Steps 10 to 15: type, challenge, origin, crossOrigin and topOrigin are what was asked for")
    void bentClientDataIsRefused(Bend bend) {
        assertRefused(bend, "clientDataJSON");
    }

    @Test
    @DisplayName("Step 10: Verify that the value of C.type is webauthn.get")
    void typeOfARegistrationIsRefused() {
        assertRefused(Bend.none().type("webauthn.create"), "clientDataJSON.type");
    }

    @Test
    @DisplayName("Steps 13 and 14: a frame is accepted where the Relying Party expects it")
    void crossOriginAndTopOriginAreAcceptedWhereThePolicyAllowsThem() {
        ObjectNode answer = answer(Bend.none().crossOrigin(true).topOrigin("https://shop.example"));

        assertThat(AssertionVerifier.verify(AssertionAnswer.of(answer), passkey, framed(Set.of("https://shop.example")))
                        .userVerified())
                .isTrue();
        assertThatThrownBy(() -> AssertionVerifier.verify(AssertionAnswer.of(answer), passkey, framed(Set.of())))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("topOrigin");
    }

    @Test
    void topOriginWithoutCrossOriginIsRefusedEvenWhereItIsListed() {
        ObjectNode answer = answer(Bend.none().topOrigin("https://shop.example"));

        assertThatThrownBy(() -> AssertionVerifier.verify(
                        AssertionAnswer.of(answer), passkey, framed(Set.of("https://shop.example"))))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("topOrigin without crossOrigin");
    }

    @Test
    void originOfAnotherOfTheClientsPagesIsAcceptedOnlyWhereItIsExpected() {
        ObjectNode answer = answer(Bend.none().origin("https://www.auth.example.com"));
        Expectation both =
                new Expectation(CHALLENGE, RP_ID, Set.of(ORIGIN, "https://www.auth.example.com"), true, POLICY);

        assertThat(AssertionVerifier.verify(AssertionAnswer.of(answer), passkey, both)
                        .userVerified())
                .isTrue();
    }

    @Test
    void originOfAnAndroidAppIsAcceptedWhereItIsExpected() {
        String origin = "android:apk-key-hash:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
        ObjectNode answer = answer(Bend.none().origin(origin));
        Expectation app = new Expectation(CHALLENGE, RP_ID, Set.of(origin), true, POLICY);

        assertThat(AssertionVerifier.verify(AssertionAnswer.of(answer), passkey, app)
                        .userVerified())
                .isTrue();
    }

    @Test
    @DisplayName("Step 16: Verify that the rpIdHash is the SHA-256 hash of the RP ID")
    void otherRpIdHashIsRefused() {
        assertRefused(Bend.none().rpId("example.com"), "RP ID hash");
        assertRefused(Bend.none().rpIdHash(Bytes.copyOf(new byte[32])), "RP ID hash");
    }

    @Test
    @DisplayName("Step 17: Verify that the UP bit of the flags in authData is set")
    void absentUserIsRefused() {
        assertRefused(Bend.none().flag(Flag.UP, false), "(UP)");
    }

    @Test
    @DisplayName("Step 18: If user verification was determined to be required, verify that the UV bit is set")
    void unverifiedUserIsRefusedWhereVerificationIsRequired() {
        ObjectNode answer = answer(Bend.none().flag(Flag.UV, false));

        assertThatThrownBy(() -> verify(answer))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("(UV)");
        assertThat(AssertionVerifier.verify(AssertionAnswer.of(answer), passkey, userVerificationPreferred())
                        .userVerified())
                .isFalse();
    }

    @Test
    @DisplayName("Step 19: If the BE bit is not set, verify that the BS bit is not set")
    void backedUpWithoutEligibilityIsRefused() {
        assertRefused(Bend.none().flag(Flag.BE, false), "(BS)");
    }

    @Test
    @DisplayName("Step 20: currentBe and credentialRecord.backupEligible are the same")
    void changedBackupEligibilityIsRefused() {
        assertRefused(Bend.none().flag(Flag.BE, false).flag(Flag.BS, false), "(BE)");

        SoftwareAuthenticator key =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey().withAlgorithms(CoseAlgorithm.ES256));
        Passkey deviceBound = enrolled(key);
        ObjectNode answer = key.get(requestOptions(), ORIGIN, Bend.none().flag(Flag.BE, true));
        assertThatThrownBy(() -> verify(answer, deviceBound))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("(BE)");
    }

    @Test
    void backupStateMayChange() {
        assertThat(verify(answer(Bend.none().flag(Flag.BS, false))).backup()).isEqualTo(BackupState.ELIGIBLE);
    }

    @Test
    void reservedFlagsAreIgnored() {
        assertThat(verify(answer(Bend.none().flag(Flag.RFU1, true).flag(Flag.RFU2, true)))
                        .userVerified())
                .isTrue();
    }

    @Test
    void attestedCredentialDataIsRefused() {
        assertRefused(Bend.none().flag(Flag.AT, true), "(AT)");
    }

    @Test
    void extensionsOfTheAuthenticatorAreAccepted() {
        Bend bend = Bend.none().extensions(CborMap.empty().with("credProtect", Cbor.of(2)));

        assertThat(verify(answer(bend)).userVerified()).isTrue();
    }

    static Stream<Named<Bend>> signatures() {
        Bend bend = Bend.none();
        return Stream.of(
                Named.of("flipped", bend.flippedSignature()),
                Named.of("empty", bend.emptySignature()),
                Named.of("zeros", bend.signature(Bytes.copyOf(new byte[64]))),
                Named.of("r = s = 0", bend.signature(Bytes.fromHex("3006020100020100"))),
                Named.of("DER of a lying length", bend.signature(Bytes.fromHex("308400ffffff020100"))),
                Named.of("of 60,000 bytes", bend.signature(Bytes.copyOf(new byte[60_000]))),
                Named.of(
                        "by another key",
                        bend.signedBy(CoseAlgorithm.ES256.generateKeyPair().getPrivate())),
                Named.of(
                        "by a key of another kind",
                        bend.signedBy(CoseAlgorithm.EDDSA.generateKeyPair().getPrivate())),
                Named.of("over something else", bend.signedOver(Bytes.utf8("something else"))),
                Named.of("over another counter", bend.counter(9).signedBeforeBending()));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    @DisplayName("Step 24: Verify that sig is a valid signature over authData and the hash of the client data")
    void badSignatureIsRefused(Bend bend) {
        assertRefused(bend, "");
    }

    @Test
    void truncationAtEveryLengthIsRefused() {
        cut(37, Stage.AUTHENTICATOR_DATA_BYTES);
        cut(70, Stage.SIGNATURE);
        cut(130, Stage.CLIENT_DATA_JSON);
    }

    @Test
    void everyFlippedBitOfAuthenticatorDataIsRefused() {
        IntStream.range(0, 37 * 8)
                .mapToObj(bit -> Bend.none()
                        .at(Stage.AUTHENTICATOR_DATA_BYTES, bytes -> bytes.flipBit(bit))
                        .signedBeforeBending())
                .forEach(bend -> assertRefused(bend, ""));
    }

    @Test
    void counterIsToldAndNotJudged() {
        assertThat(verify(answer(Bend.none().counter(4_294_967_295L))).signCount())
                .isEqualTo(4_294_967_295L);
    }

    private void cut(int lengths, Stage<Bytes> stage) {
        IntStream.range(0, lengths)
                .mapToObj(length ->
                        Bend.none().at(stage, honest -> honest.slice(0, Math.min(length, honest.length() - 1))))
                .forEach(bend -> assertRefused(bend, ""));
    }

    private static Passkey enrolled(SoftwareAuthenticator authenticator) {
        return TestRelyingParty.passkey(
                register(authenticator.create(creationOptions(), ORIGIN), userVerificationRequired()));
    }

    private ObjectNode answer(Bend bend) {
        return authenticator.get(requestOptions(), ORIGIN, bend);
    }

    private VerifiedAssertion verify(ObjectNode answer) {
        return verify(answer, passkey);
    }

    private static VerifiedAssertion verify(ObjectNode answer, Passkey stored) {
        return AssertionVerifier.verify(AssertionAnswer.of(answer), stored, userVerificationRequired());
    }

    private void assertRefused(Bend bend, String reason) {
        ObjectNode answer = answer(bend);
        assertThatThrownBy(() -> verify(answer))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining(reason);
    }
}
