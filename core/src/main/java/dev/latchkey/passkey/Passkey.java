package dev.latchkey.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A credential record (W3C WebAuthn Level 3 §4) with its owner.
 *
 * @param id our own id, {@code passkey|dev_…} on the wire
 * @param realm the owner's realm
 * @param accountId the owner's account
 * @param rpId the relying party that it was made for, and the only one that it serves
 * @param credentialId 16 to 1023 bytes
 * @param userHandle the owner's user handle, 1 to 64 bytes
 * @param publicKey the COSE key
 * @param signCount the signature counter last seen, 0 to 2³²−1
 * @param backup what is known of its backup
 * @param transports as the browser told, in the browser's order
 * @param aaguid the authenticator's model; all zero where it does not tell
 * @param name the owner's name for it
 * @param userAgent of the browser or app that enrolled it
 * @param createdAt when it was enrolled
 * @param lastUsedAt when it last signed in
 */
public record Passkey(
        String id,
        String realm,
        String accountId,
        String rpId,
        Bytes credentialId,
        Bytes userHandle,
        Bytes publicKey,
        long signCount,
        BackupState backup,
        List<String> transports,
        UUID aaguid,
        Optional<String> name,
        Optional<String> userAgent,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {

    private static final String ID_PREFIX = "dev_";

    public Passkey {
        transports = List.copyOf(transports);
    }

    /** An {@link #id()} of our own form for a new passkey, of 16 random bytes. */
    public static String newId(Bytes random) {
        return ID_PREFIX + random.toBase64Url();
    }
}
