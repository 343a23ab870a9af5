package dev.latchkey.event;

import java.util.Locale;

/** What a client was about. */
public enum Activity {
    /** A new account with its first passkey: challenge or answer. */
    SIGNUP,
    /** A sign-in: challenge or answer. */
    LOGIN,
    /** One more passkey: challenge or answer. */
    ENROLLMENT,
    /** A request for tokens that was refused before it was known of which kind. */
    TOKEN,
    /** A refresh token for fresh tokens. */
    REFRESH,
    /** The end of a refresh token. */
    REVOCATION,
    /** Another name for a passkey. */
    RENAME,
    /** The end of a passkey. */
    REMOVAL,
    /** The end of all passkeys of an account, at the application's wish. */
    RECOVERY,
    /** A look at one's own account or passkeys. */
    ACCESS,
    /** The end of a login in the application's session. */
    LOGOUT;

    /** The name in log lines, metrics and recordings. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
