package dev.latchkey.attestation;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whose attestation is trusted (W3C WebAuthn Level 3 §7.1, step 23), for realms that require attestation. A host gives it to the builder of
 * {@code Latchkey}, as the {@code ServletContext} attribute {@code dev.latchkey.attestation.AttestationTrust}, or by {@link
 * java.util.ServiceLoader}. Implementations are thread-safe.
 */
@FunctionalInterface
public interface AttestationTrust {

    /**
     * The certificates to one of which the authenticator's own have to lead: roots, intermediates or the attestation certificate itself. Their
     * order and number do not matter.
     *
     * @return empty where nobody vouches for this authenticator, which is then refused
     */
    Set<X509Certificate> anchors(AttestedAuthenticator authenticator);

    /** Trusts the makers of these models, by AAGUID, and nobody else. */
    static AttestationTrust of(Map<UUID, Set<X509Certificate>> anchorsByAaguid) {
        Map<UUID, Set<X509Certificate>> known = Map.copyOf(anchorsByAaguid);
        return authenticator -> known.getOrDefault(authenticator.aaguid(), Set.of());
    }

    /** Trusts what either trusts. */
    default AttestationTrust or(AttestationTrust other) {
        return authenticator -> {
            Set<X509Certificate> anchors = new HashSet<>(anchors(authenticator));
            anchors.addAll(other.anchors(authenticator));
            return anchors;
        };
    }
}
