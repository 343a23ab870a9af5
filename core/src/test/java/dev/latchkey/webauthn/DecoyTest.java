package dev.latchkey.webauthn;

import static dev.latchkey.webauthn.TestRelyingParty.ORIGIN;
import static dev.latchkey.webauthn.TestRelyingParty.creationOptions;
import static dev.latchkey.webauthn.TestRelyingParty.passkey;
import static dev.latchkey.webauthn.TestRelyingParty.register;
import static dev.latchkey.webauthn.TestRelyingParty.requestOptions;
import static dev.latchkey.webauthn.TestRelyingParty.userVerificationRequired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.passkey.Passkey;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.KeyMaterial;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.security.PrivateKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer by an unknown credential goes the whole way to the signature, as one by a known credential does. */
class DecoyTest {
    /** The decoy's public key is the curve's generator, so that its private key is one. */
    private static final PrivateKey PRIVATE_KEY = KeyMaterial.p256(Bytes.copyOf((byte) 1));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyTheSignatureStandsBetweenAnUnknownCredentialAndAcceptance(boolean eligible) {
        AssertionAnswer signed = answer(eligible, Bend.none().signedBy(PRIVATE_KEY));
        AssertionAnswer unsigned = answer(eligible, Bend.none());

        assertThat(verify(signed).backup().eligible()).isEqualTo(eligible);
        assertThatThrownBy(() -> verify(unsigned))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("signature");
    }

    @Test
    void answerWithoutUserHandleGoesAsFar() {
        AssertionAnswer signed = answer(true, Bend.none().withoutUserHandle().signedBy(PRIVATE_KEY));

        assertThat(verify(signed).userVerified()).isTrue();
    }

    @Test
    void whateverTheAnswerIsNothingIsToldOfIt() {
        assertThatCode(() -> Decoy.verify(answer(true, Bend.none()), userVerificationRequired()))
                .doesNotThrowAnyException();
        assertThatCode(() -> Decoy.verify(answer(true, Bend.none().truncatedTo(10)), userVerificationRequired()))
                .doesNotThrowAnyException();
        assertThatCode(() -> Decoy.verify(
                        answer(true, Bend.none().type("other").flag(Flag.UP, false)), userVerificationRequired()))
                .doesNotThrowAnyException();
    }

    @Test
    void answerThatFailsBeforeItsSignatureIsNotWellFormed() {
        assertThat(Decoy.verify(answer(true, Bend.none()), userVerificationRequired()))
                .isTrue();
        assertThat(Decoy.verify(answer(true, Bend.none().origin("https://evil.example")), userVerificationRequired()))
                .isFalse();
        assertThat(Decoy.verify(answer(true, Bend.none().flag(Flag.UV, false)), userVerificationRequired()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(CoseAlgorithm.class)
    void refusalChecksOneSignatureOfEachAlgorithmWhateverIsWrong(CoseAlgorithm algorithm) {
        SoftwareAuthenticator authenticator =
                new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withAlgorithms(algorithm));
        Passkey passkey =
                passkey(register(authenticator.create(creationOptions(), ORIGIN), userVerificationRequired()));
        AssertionAnswer badlySigned = answer(authenticator, Bend.none().flippedSignature());
        AssertionAnswer ofAnother = answer(authenticator, Bend.none().userHandle(Bytes.utf8("another user")));

        List<String> ofUnknown = verified(() -> Decoy.verify(badlySigned, userVerificationRequired()));

        assertThat(ofUnknown).containsExactlyInAnyOrder("SHA256withECDSA", "EdDSA", "SHA256withRSA");
        assertThat(verified(() -> AssertionVerifier.verify(badlySigned, passkey, userVerificationRequired())))
                .containsExactlyInAnyOrderElementsOf(ofUnknown);
        assertThat(verified(() -> AssertionVerifier.verify(ofAnother, passkey, userVerificationRequired())))
                .containsExactlyInAnyOrderElementsOf(ofUnknown);
    }

    private static List<String> verified(Runnable refused) {
        try (CountedSignatures signatures = new CountedSignatures()) {
            assertThatCode(refused::run)
                    .satisfiesAnyOf(nothing -> assertThat(nothing).isNull(), thrown -> assertThat(thrown)
                            .isInstanceOf(WebAuthnException.class));
            return signatures.verified();
        }
    }

    private static VerifiedAssertion verify(AssertionAnswer answer) {
        return AssertionVerifier.verify(
                answer, Decoy.passkey(answer, userVerificationRequired()), userVerificationRequired());
    }

    private static AssertionAnswer answer(boolean eligible, Bend bend) {
        AuthenticatorModel model = eligible ? AuthenticatorModel.syncedPasskeys() : AuthenticatorModel.securityKey();
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(model.withAlgorithms(CoseAlgorithm.ES256));
        authenticator.create(creationOptions(), ORIGIN);
        return answer(authenticator, bend);
    }

    private static AssertionAnswer answer(SoftwareAuthenticator authenticator, Bend bend) {
        return AssertionAnswer.of(authenticator.get(requestOptions(), ORIGIN, bend));
    }
}
