package dev.latchkey.event;

import java.util.Locale;

/** Why a request was refused, in words that never grow with what clients send. What the client learns is no more than this. */
public enum Refusal {
    /** The auth session is unknown, expired, spent, or of another client, realm or flow. */
    AUTH_SESSION,
    /** The WebAuthn answer was refused, for whatever reason. */
    WEBAUTHN,
    /** As {@link #WEBAUTHN}: the credential is not registered, and the client may learn that. */
    UNKNOWN_CREDENTIAL,
    /** As {@link #WEBAUTHN}: the signature counter did not rise. */
    COUNTER,
    /** The profile does not fit the realm; the message may be told. */
    PROFILE,
    /** An identifier belongs to an account already. */
    IDENTIFIER_TAKEN,
    /** The host's accounts refuse: blocked, or no signup. */
    ACCOUNT,
    /** The account does not belong to the organization that its tokens were to name. */
    ORGANIZATION,
    /** The account has as many passkeys as it may have. */
    TOO_MANY_PASSKEYS,
    /** The passkey is the only way in. */
    LAST_PASSKEY,
    /** The account has no such passkey. */
    NO_SUCH_PASSKEY,
    /** The refresh token is unknown, expired, revoked, spent, or of another client or domain. */
    REFRESH_TOKEN,
    /** The proof of possession is missing, does not hold, or was used before. */
    PROOF,
    /** The scope asked for is not within what was granted, or the token lacks the scope. */
    SCOPE,
    /** The request is malformed, too large, or of a type or method that is not taken. */
    REQUEST,
    /** The host is none of the configured domains. */
    HOST,
    /** The origin is not allowed, or not for this client. */
    ORIGIN,
    /** The client is unknown, or did not authenticate. */
    CLIENT,
    /** The grant is unknown, or not the client's. */
    GRANT,
    /** Nobody is logged in, or the access token is none that serves here. */
    ACCESS,
    /** The person signed in too long ago for this. */
    NOT_RECENT,
    /** The endpoint is switched off. */
    SWITCHED_OFF,
    /** There were too many requests. Not every such request is an event. */
    RATE_LIMIT,
    /** The database could not be reached. */
    UNAVAILABLE,
    /** The kit or the host's part of it failed. */
    FAULT;

    /** The name in log lines, metrics and recordings. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
