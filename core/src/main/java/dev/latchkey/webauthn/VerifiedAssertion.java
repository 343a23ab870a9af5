package dev.latchkey.webauthn;

import dev.latchkey.passkey.BackupState;

/**
 * A signature that was verified against a stored passkey.
 *
 * @param signCount the counter that the authenticator told; whether it rises is the storage's to say, in the sign-in's own transaction
 * @param backup backup eligibility and state
 * @param userVerified whether the person was verified
 */
public record VerifiedAssertion(long signCount, BackupState backup, boolean userVerified) {}
