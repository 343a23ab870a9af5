package dev.latchkey.webauthn;

import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.COSEAlgorithmIdentifier;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import dev.latchkey.passkey.Bytes;
import java.util.List;
import java.util.Set;

/**
 * The engine, set up for one registration. Its origin matching is exact, for its lax modes drop the scheme too; the counter is judged in the
 * database; attestation is checked for form and signature, and believed by nobody.
 */
final class Engine {
    private Engine() {}

    static RelyingParty relyingParty(Expectation expected, String origin) {
        return RelyingParty.builder()
                .identity(identity(expected))
                .credentialRepository(NoCredentials.INSTANCE)
                .origins(Set.of(origin))
                .allowUntrustedAttestation(true)
                .validateSignatureCounter(false)
                .build();
    }

    static RelyingPartyIdentity identity(Expectation expected) {
        return RelyingPartyIdentity.builder()
                .id(expected.rpId())
                .name(expected.rpId())
                .build();
    }

    static List<PublicKeyCredentialParameters> parameters(Expectation expected) {
        return expected.policy().algorithms().stream()
                .flatMap(alg -> COSEAlgorithmIdentifier.fromId(alg).stream())
                .map(alg -> PublicKeyCredentialParameters.builder().alg(alg).build())
                .toList();
    }

    static UserVerificationRequirement userVerification(Expectation expected) {
        return expected.userVerificationRequired()
                ? UserVerificationRequirement.REQUIRED
                : UserVerificationRequirement.PREFERRED;
    }

    static ByteArray bytes(Bytes bytes) {
        return new ByteArray(bytes.toArray());
    }

    static Bytes bytes(ByteArray bytes) {
        return Bytes.of(bytes.getBytes());
    }
}
