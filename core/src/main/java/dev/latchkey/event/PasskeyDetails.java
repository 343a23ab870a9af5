package dev.latchkey.event;

import dev.latchkey.passkey.BackupState;
import java.util.UUID;

/**
 * A passkey that was used or made, as its authenticator told of it in this ceremony (W3C WebAuthn Level 3 §6.1).
 *
 * @param id our own id of it
 * @param aaguid the authenticator's model; all zero where it does not tell. A label only, unless the realm requires attestation
 * @param backup backup eligibility and state
 * @param userVerified whether the person was verified
 */
public record PasskeyDetails(String id, UUID aaguid, BackupState backup, boolean userVerified) {}
