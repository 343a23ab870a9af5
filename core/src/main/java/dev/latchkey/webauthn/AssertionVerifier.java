package dev.latchkey.webauthn;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import dev.latchkey.passkey.Passkey;
import java.io.IOException;

/** Verifies a sign-in against a stored passkey: W3C WebAuthn Level 3 §7.2. Thread-safe. */
public final class AssertionVerifier {
    private AssertionVerifier() {}

    /**
     * Verifies that the passkey signed what was asked for. The counter is not judged here.
     *
     * @throws WebAuthnException if anything is not as it was asked for
     */
    public static VerifiedAssertion verify(AssertionAnswer answer, Passkey passkey, Expectation expected) {
        AuthenticatorFlags flags = checkForm(answer, passkey, expected);
        return checkSignature(answer, passkey, expected, flags);
    }

    /** Everything that can be told before the engine is asked. */
    static AuthenticatorFlags checkForm(AssertionAnswer answer, Passkey passkey, Expectation expected) {
        ClientDataCheck.check(answer.clientData(), "webauthn.get", expected);
        if (!passkey.rpId().equals(expected.rpId())) {
            throw new WebAuthnException("the passkey was made for another relying party");
        }
        if (answer.userHandle().isPresent() && !answer.userHandle().get().equals(passkey.userHandle())) {
            throw new WebAuthnException("the user handle is not that of the passkey's owner");
        }
        byte[] authenticatorData = answer.authenticatorData().toArray();
        AuthenticatorFlags flags = AuthenticatorFlags.check(authenticatorData, expected);
        if (flags.attestedCredentialData()) {
            throw new WebAuthnException("attested credential data (AT) in an assertion");
        }
        AuthenticatorDataForm.check(authenticatorData, flags);
        if (flags.backup().eligible() != passkey.backup().eligible()) {
            throw new WebAuthnException("backup eligibility (BE) has changed");
        }
        return flags;
    }

    static VerifiedAssertion checkSignature(
            AssertionAnswer answer, Passkey passkey, Expectation expected, AuthenticatorFlags flags) {
        try {
            AssertionResult result = finish(answer, passkey, expected);
            if (!result.isSuccess()) {
                throw new WebAuthnException("assertion refused");
            }
            return new VerifiedAssertion(result.getSignatureCount(), flags.backup(), flags.userVerified());
        } catch (AssertionFailedException | IOException | Base64UrlException e) {
            throw new WebAuthnException("assertion refused: " + e.getMessage(), e);
        } catch (WebAuthnException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new WebAuthnException("assertion could not be read: " + e, e);
        }
    }

    private static AssertionResult finish(AssertionAnswer answer, Passkey passkey, Expectation expected)
            throws AssertionFailedException, IOException, Base64UrlException {
        PublicKeyCredentialRequestOptions asked = PublicKeyCredentialRequestOptions.builder()
                .challenge(Engine.bytes(expected.challenge()))
                .rpId(expected.rpId())
                .userVerification(Engine.userVerification(expected))
                .build();
        AuthenticatorAssertionResponse response = AuthenticatorAssertionResponse.builder()
                .authenticatorData(Engine.bytes(answer.authenticatorData()))
                .clientDataJSON(Engine.bytes(answer.clientData().bytes()))
                .signature(Engine.bytes(answer.signature()))
                .userHandle(Engine.bytes(passkey.userHandle()))
                .build();
        PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> credential =
                PublicKeyCredential.<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>builder()
                        .id(Engine.bytes(answer.credentialId()))
                        .response(response)
                        .clientExtensionResults(
                                ClientAssertionExtensionOutputs.builder().build())
                        .build();
        return Engine.relyingParty(expected, answer.clientData().origin(), OneCredential.of(passkey))
                .finishAssertion(FinishAssertionOptions.builder()
                        .request(AssertionRequest.builder()
                                .publicKeyCredentialRequestOptions(asked)
                                .build())
                        .response(credential)
                        .build());
    }
}
