package dev.latchkey.webauthn;

import dev.latchkey.passkey.BackupState;

/**
 * The fixed head of authenticator data (W3C WebAuthn Level 3 §6.1), with the checks that every ceremony makes of it.
 *
 * @param userVerified the UV flag
 * @param backup the BE and BS flags
 * @param attestedCredentialData the AT flag
 * @param extensions the ED flag
 */
record AuthenticatorFlags(
        boolean userVerified, BackupState backup, boolean attestedCredentialData, boolean extensions) {
    static final int HEAD_BYTES = 37;

    private static final int FLAGS_AT = 32;
    private static final int UP = 1;
    private static final int UV = 1 << 2;
    private static final int BE = 1 << 3;
    private static final int BS = 1 << 4;
    private static final int AT = 1 << 6;
    private static final int ED = 1 << 7;

    /** Reads and checks: user present and user verified where that is required, backup flags coherent. */
    static AuthenticatorFlags check(byte[] authenticatorData, Expectation expected) {
        if (authenticatorData.length < HEAD_BYTES) {
            throw new WebAuthnException("authenticator data is shorter than " + HEAD_BYTES + " bytes");
        }
        int flags = authenticatorData[FLAGS_AT];
        boolean userVerified = (flags & UV) != 0;
        boolean eligible = (flags & BE) != 0;
        boolean backedUp = (flags & BS) != 0;
        if (expected.userPresenceRequired() && (flags & UP) == 0) {
            throw new WebAuthnException("the user was not present (UP)");
        }
        if (expected.userVerificationRequired() && !userVerified) {
            throw new WebAuthnException("the user was not verified (UV)");
        }
        if (backedUp && !eligible) {
            throw new WebAuthnException("backed up (BS) but not eligible for backup (BE)");
        }
        return new AuthenticatorFlags(
                userVerified, BackupState.of(eligible, backedUp), (flags & AT) != 0, (flags & ED) != 0);
    }

    /** The BE flag alone, of bytes that nobody has checked. */
    static boolean claimsBackupEligibility(byte[] authenticatorData) {
        return authenticatorData.length > FLAGS_AT && (authenticatorData[FLAGS_AT] & BE) != 0;
    }
}
