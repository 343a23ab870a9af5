package dev.latchkey.ceremony;

/** Why a ceremony was refused, as far as a client may learn it. */
public enum Refusal {
    /** The auth session is unknown, expired, spent, or of another client, realm or flow. */
    AUTH_SESSION,
    /** The WebAuthn answer was refused, for whatever reason. */
    WEBAUTHN,
    /** The profile does not fit the realm; the message may be told. */
    PROFILE,
    /** An identifier belongs to an account already. */
    IDENTIFIER_TAKEN,
    /** The host's accounts refuse: blocked, or no signup. */
    ACCOUNT,
    /** The account has as many passkeys as it may have. */
    TOO_MANY_PASSKEYS,
    /** The passkey is the only way in. */
    LAST_PASSKEY,
    /** The account has no such passkey. */
    NO_SUCH_PASSKEY,
    /** The refresh token is unknown, expired, revoked, spent, or of another client or domain. */
    REFRESH_TOKEN,
    /** The proof of possession was used before. */
    PROOF,
    /** The scope asked for is not within what was granted. */
    SCOPE
}
