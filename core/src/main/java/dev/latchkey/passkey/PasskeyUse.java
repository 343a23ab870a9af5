package dev.latchkey.passkey;

import java.time.Instant;

/**
 * What a verified assertion changes in a passkey.
 *
 * @param passkeyId our own id of the passkey
 * @param signCount the counter that the authenticator told
 * @param backup the backup state that it told; its eligibility is the stored one
 * @param usedAt when
 */
public record PasskeyUse(String passkeyId, long signCount, BackupState backup, Instant usedAt) {}
