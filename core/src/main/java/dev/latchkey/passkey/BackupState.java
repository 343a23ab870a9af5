package dev.latchkey.passkey;

/** Backup eligibility and state of a credential (W3C WebAuthn Level 3 §6.1.3), without the impossible fourth case. */
public enum BackupState {
    /** Bound to one device: BE and BS are 0. */
    SINGLE_DEVICE,
    /** Can be synced, is not yet: BE is 1, BS is 0. */
    ELIGIBLE,
    /** Synced: BE and BS are 1. */
    BACKED_UP;

    /** Whether the credential may be backed up (BE); this never changes in a credential's life. */
    public boolean eligible() {
        return this != SINGLE_DEVICE;
    }

    /** The state that the two flags tell, where {@code backedUp} implies {@code eligible}. */
    public static BackupState of(boolean eligible, boolean backedUp) {
        if (backedUp && !eligible) {
            throw new IllegalArgumentException("backed up (BS) but not eligible for backup (BE)");
        }
        return backedUp ? BACKED_UP : eligible ? ELIGIBLE : SINGLE_DEVICE;
    }
}
