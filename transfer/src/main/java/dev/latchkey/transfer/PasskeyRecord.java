package dev.latchkey.transfer;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A credential record (W3C WebAuthn Level 3 §4) on its way between two pieces of software. What it says is not checked before it is
 * imported.
 *
 * @param account whose it is
 * @param realm the user directory; empty for the one that the import is for
 * @param rpId the relying party that it was made for; empty for the one that the import is for
 * @param credentialId the credential id
 * @param userHandle the owner's user handle, which the authenticator gives back at every sign-in
 * @param publicKey the COSE key
 * @param signCount the signature counter last seen
 * @param backup backup eligibility and state; empty where the other software did not record them
 * @param transports as the browser told
 * @param aaguid the authenticator's model; all zero where it is not known
 * @param name the owner's name for it
 * @param userAgent of the browser or app that enrolled it
 * @param createdAt when it was enrolled; empty for the time of the import
 * @param lastUsedAt when it last signed in
 */
public record PasskeyRecord(
        AccountKey account,
        Optional<String> realm,
        Optional<String> rpId,
        Bytes credentialId,
        Bytes userHandle,
        Bytes publicKey,
        long signCount,
        Optional<BackupState> backup,
        List<String> transports,
        UUID aaguid,
        Optional<String> name,
        Optional<String> userAgent,
        Optional<Instant> createdAt,
        Optional<Instant> lastUsedAt) {
    /** The AAGUID of an authenticator that does not tell its model. */
    public static final UUID NO_AAGUID = new UUID(0, 0);

    public PasskeyRecord {
        transports = List.copyOf(transports);
    }

    /** Begins with what every passkey has. */
    public static PasskeyRecordBuilder of(AccountKey account, Bytes credentialId, Bytes userHandle, Bytes publicKey) {
        return new PasskeyRecordBuilder(account, credentialId, userHandle, publicKey);
    }
}
