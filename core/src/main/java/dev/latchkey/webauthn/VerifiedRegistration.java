package dev.latchkey.webauthn;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import java.util.List;
import java.util.UUID;

/**
 * A credential that was verified, and is not yet stored.
 *
 * @param credentialId 16 to 1023 bytes
 * @param publicKey the COSE key
 * @param signCount the first counter
 * @param backup backup eligibility and state
 * @param transports as the browser told
 * @param aaguid the authenticator's model; a label only, unless the realm requires attestation
 * @param userVerified whether the person was verified
 */
public record VerifiedRegistration(
        Bytes credentialId,
        Bytes publicKey,
        long signCount,
        BackupState backup,
        List<String> transports,
        UUID aaguid,
        boolean userVerified) {

    public VerifiedRegistration {
        transports = List.copyOf(transports);
    }
}
