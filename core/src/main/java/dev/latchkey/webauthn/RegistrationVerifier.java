package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.data.AttestationObject;
import com.yubico.webauthn.data.AttestedCredentialData;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import dev.latchkey.passkey.Bytes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Verifies a registration: W3C WebAuthn Level 3 §7.1. Thread-safe. */
public final class RegistrationVerifier {
    private RegistrationVerifier() {}

    /**
     * Verifies that the answer makes a new credential for that user handle, as it was asked for.
     *
     * @throws WebAuthnException if anything is not as it was asked for
     */
    public static VerifiedRegistration verify(RegistrationAnswer answer, Bytes userHandle, Expectation expected) {
        return verify(answer, userHandle, expected, AttestationPolicy.NOTHING_REQUIRED);
    }

    /**
     * The same, with what the attestation is held to besides its form and signature.
     *
     * @throws WebAuthnException if anything is not as it was asked for
     */
    public static VerifiedRegistration verify(
            RegistrationAnswer answer, Bytes userHandle, Expectation expected, AttestationPolicy policy) {
        ClientDataCheck.check(answer.clientData(), "webauthn.create", expected);
        checkCredentialId(answer);
        try {
            AuthenticatorFlags flags = checkBounds(answer.attestationObject().toArray(), expected);
            AuthenticatorAttestationResponse response = parse(answer);
            AttestationObject attestation = response.getAttestation();
            checkFormat(attestation, expected);
            AttestedCredentialData data = attestedData(attestation, answer);
            PublicKey key = CredentialPublicKey.check(data.getCredentialPublicKey());
            List<X509Certificate> certificates = CertificatePath.of(attestation.getAttestationStatement());
            RegistrationResult result = finish(answer, response, userHandle, expected);
            if (attestation.getFormat().equals("android-key")) {
                AndroidKeyStatement.check(
                        attestation,
                        certificates,
                        answer.clientData(),
                        key,
                        policy.demand().required());
            }
            TrustedAttestation.check(attestation.getFormat(), certificates, Models.aaguid(data), policy);
            return result(answer, flags, result);
        } catch (RegistrationFailedException | GeneralSecurityException | IOException | Base64UrlException e) {
            throw new WebAuthnException("registration refused: " + e.getMessage(), e);
        } catch (WebAuthnException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new WebAuthnException("registration could not be read: " + e, e);
        }
    }

    private static void checkCredentialId(RegistrationAnswer answer) {
        CredentialForm.checkId(answer.credentialId());
        if (answer.discoverable().equals(Optional.of(false))) {
            throw new WebAuthnException("the credential is not discoverable (credProps.rk is false)");
        }
    }

    /** The engine's parser has no bounds of its own, so that nothing reaches it unmeasured. */
    private static AuthenticatorFlags checkBounds(byte[] attestationObject, Expectation expected) {
        if (CborBounds.end(attestationObject, 0) != attestationObject.length) {
            throw new WebAuthnException("bytes follow the attestation object");
        }
        byte[] authenticatorData = CborBounds.byteString(attestationObject, "authData");
        AuthenticatorFlags flags = AuthenticatorFlags.check(authenticatorData, expected);
        if (!flags.attestedCredentialData()) {
            throw new WebAuthnException("no attested credential data (AT) in a registration");
        }
        AuthenticatorDataForm.check(authenticatorData, flags);
        return flags;
    }

    private static void checkFormat(AttestationObject attestation, Expectation expected) {
        String format = attestation.getFormat();
        if (!expected.policy().attestationFormats().contains(format)) {
            throw new WebAuthnException("attestation format " + format + " is not accepted");
        }
        if (format.equals("none") && !attestation.getAttestationStatement().isEmpty()) {
            throw new WebAuthnException("attestation format none with a statement");
        }
        JsonNode algorithm = attestation.getAttestationStatement().path("alg");
        if (!algorithm.isMissingNode() && !algorithm.isIntegralNumber()) {
            throw new WebAuthnException("an attestation statement whose alg is no number");
        }
    }

    private static AttestedCredentialData attestedData(AttestationObject attestation, RegistrationAnswer answer) {
        return attestation
                .getAuthenticatorData()
                .getAttestedCredentialData()
                .filter(data -> Engine.bytes(data.getCredentialId()).equals(answer.credentialId()))
                .orElseThrow(() -> new WebAuthnException("the attested credential id is not the answer's id"));
    }

    private static AuthenticatorAttestationResponse parse(RegistrationAnswer answer)
            throws IOException, Base64UrlException {
        return AuthenticatorAttestationResponse.builder()
                .attestationObject(Engine.bytes(answer.attestationObject()))
                .clientDataJSON(Engine.bytes(answer.clientData().bytes()))
                .build();
    }

    /** {@code isConditionalCreate} is marked deprecated for being experimental; there is nothing in its place. */
    @SuppressWarnings("deprecation")
    private static RegistrationResult finish(
            RegistrationAnswer answer,
            AuthenticatorAttestationResponse response,
            Bytes userHandle,
            Expectation expected)
            throws RegistrationFailedException {
        PublicKeyCredentialCreationOptions asked = PublicKeyCredentialCreationOptions.builder()
                .rp(Engine.identity(expected))
                .user(UserIdentity.builder()
                        .name("")
                        .displayName("")
                        .id(Engine.bytes(userHandle))
                        .build())
                .challenge(Engine.bytes(expected.challenge()))
                .pubKeyCredParams(Engine.parameters(expected))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(Engine.userVerification(expected))
                        .build())
                .build();
        PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs> credential =
                PublicKeyCredential.<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>builder()
                        .id(Engine.bytes(answer.credentialId()))
                        .response(response)
                        .clientExtensionResults(
                                ClientRegistrationExtensionOutputs.builder().build())
                        .build();
        return Engine.relyingParty(expected, answer.clientData().origin())
                .finishRegistration(FinishRegistrationOptions.builder()
                        .request(asked)
                        .response(credential)
                        .isConditionalCreate(!expected.userPresenceRequired())
                        .build());
    }

    private static VerifiedRegistration result(
            RegistrationAnswer answer, AuthenticatorFlags flags, RegistrationResult result) {
        return new VerifiedRegistration(
                answer.credentialId(),
                Engine.bytes(result.getPublicKeyCose()),
                result.getSignatureCount(),
                flags.backup(),
                answer.transports(),
                Models.uuid(result.getAaguid().getBytes(), 0),
                flags.userVerified());
    }
}
