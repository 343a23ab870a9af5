package dev.latchkey.attestation;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;

/**
 * What an attestation statement says of its authenticator, before anybody trusts it. Its signature was verified.
 *
 * @param aaguid the authenticator's model; all zero in a {@code fido-u2f} statement, which names none
 * @param format the attestation statement format (W3C WebAuthn Level 3 §8), such as {@code packed}
 * @param certificates the attestation certificate, then those that lead to a root, as far as the statement has them; never empty
 */
public record AttestedAuthenticator(UUID aaguid, String format, List<X509Certificate> certificates) {

    /** The AAGUID of an authenticator that names no model. */
    public static final UUID NO_MODEL = new UUID(0, 0);

    public AttestedAuthenticator {
        certificates = List.copyOf(certificates);
    }
}
