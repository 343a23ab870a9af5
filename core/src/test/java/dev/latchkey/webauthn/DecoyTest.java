package dev.latchkey.webauthn;

import static dev.latchkey.webauthn.TestRelyingParty.ORIGIN;
import static dev.latchkey.webauthn.TestRelyingParty.creationOptions;
import static dev.latchkey.webauthn.TestRelyingParty.requestOptions;
import static dev.latchkey.webauthn.TestRelyingParty.userVerificationRequired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.KeyMaterial;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static VerifiedAssertion verify(AssertionAnswer answer) {
        return AssertionVerifier.verify(
                answer, Decoy.passkey(answer, userVerificationRequired()), userVerificationRequired());
    }

    private static AssertionAnswer answer(boolean eligible, Bend bend) {
        AuthenticatorModel model = eligible ? AuthenticatorModel.syncedPasskeys() : AuthenticatorModel.securityKey();
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(model.withAlgorithms(CoseAlgorithm.ES256));
        authenticator.create(creationOptions(), ORIGIN);
        ObjectNode answer = authenticator.get(requestOptions(), ORIGIN, bend);
        return AssertionAnswer.of(answer);
    }
}
