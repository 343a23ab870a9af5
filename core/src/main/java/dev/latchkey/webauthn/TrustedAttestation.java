package dev.latchkey.webauthn;

import dev.latchkey.attestation.AttestedAuthenticator;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Steps 23 and 24 of W3C WebAuthn Level 3 §7.1, for realms that require attestation: a statement, whose signature was verified before, leads
 * to a certificate that the trust source names for that model, and the model may register. Neither {@code none} nor self attestation does.
 */
final class TrustedAttestation {
    /** {@code id-fido-gen-ce-aaguid} (§8.2.1): the model that a certificate is for, an OCTET STRING in an OCTET STRING. */
    private static final String AAGUID_EXTENSION = "1.3.6.1.4.1.45724.1.1.4";

    private static final byte[] AAGUID_HEAD = {0x04, 0x12, 0x04, 0x10};

    private TrustedAttestation() {}

    static void check(String format, List<X509Certificate> certificates, UUID aaguid, AttestationPolicy policy) {
        if (!policy.demand().required()) {
            return;
        }
        if (certificates.isEmpty()) {
            throw new WebAuthnException("attestation " + format + " without certificates proves no model");
        }
        checkModel(format, certificates.get(0), aaguid, policy);
        if (format.equals("packed") && certificates.size() > 1 && hasRoot(certificates)) {
            throw new WebAuthnException("the attestation's certificates contain a root");
        }
        CertificatePath.check(
                certificates,
                policy.trust().anchors(new AttestedAuthenticator(aaguid, format, certificates)),
                policy.clock().instant());
    }

    private static void checkModel(String format, X509Certificate certificate, UUID aaguid, AttestationPolicy policy) {
        if (format.equals("fido-u2f")) {
            if (!aaguid.equals(AttestedAuthenticator.NO_MODEL)
                    || policy.demand().hasLists()) {
                throw new WebAuthnException("a fido-u2f statement proves no model, and this one says " + aaguid);
            }
        }
        certifiedModel(certificate).filter(model -> !model.equals(aaguid)).ifPresent(model -> {
            throw new WebAuthnException("the attestation certificate is for model " + model + ", not for " + aaguid);
        });
        if (!policy.demand().admits(aaguid)) {
            throw new WebAuthnException("authenticators of model " + aaguid + " are not admitted");
        }
    }

    private static Optional<UUID> certifiedModel(X509Certificate certificate) {
        return Optional.ofNullable(certificate.getExtensionValue(AAGUID_EXTENSION))
                .map(value -> {
                    int head = AAGUID_HEAD.length;
                    if (value.length != head + 16 || !Arrays.equals(value, 0, head, AAGUID_HEAD, 0, head)) {
                        throw new WebAuthnException("the attestation certificate's model is not 16 bytes");
                    }
                    return Models.uuid(value, head);
                });
    }

    private static boolean hasRoot(List<X509Certificate> certificates) {
        return certificates.stream()
                .anyMatch(each -> each.getSubjectX500Principal().equals(each.getIssuerX500Principal()));
    }
}
