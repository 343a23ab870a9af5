package dev.latchkey.http;

import dev.latchkey.ceremony.CeremonyException;

/** What a client learns of a refused ceremony: of a WebAuthn answer one fixed sentence, whatever was wrong with it. */
final class Refusals {
    /** An extra of ours: what the page may tell the browser by the Signal API (W3C WebAuthn Level 3 §5.1.10). */
    static final String SIGNAL_HEADER = "Latchkey-Signal";

    private static final String UNKNOWN_CREDENTIAL = "unknown-credential";
    private static final String NOT_VERIFIED = "The passkey could not be verified.";

    private Refusals() {}

    static ApiException of(CeremonyException refused) {
        ApiException told = told(refused);
        return (refused.unregistered() ? told.with(SIGNAL_HEADER, UNKNOWN_CREDENTIAL) : told)
                .because(refused.refusal(), String.valueOf(refused.getMessage()));
    }

    private static ApiException told(CeremonyException refused) {
        return switch (refused.refusal()) {
            case AUTH_SESSION ->
                ApiException.of(
                        ErrorKind.INVALID_GRANT,
                        "The auth_session is unknown, expired or already used. Ask for a new one.");
            case WEBAUTHN, COUNTER -> ApiException.of(ErrorKind.INVALID_GRANT, NOT_VERIFIED);
            case UNKNOWN_CREDENTIAL ->
                ApiException.withHeader(ErrorKind.INVALID_GRANT, NOT_VERIFIED, SIGNAL_HEADER, UNKNOWN_CREDENTIAL);
            case REFRESH_TOKEN ->
                ApiException.of(
                        ErrorKind.INVALID_GRANT, "The refresh token is unknown, expired, revoked or already used.");
            case ORGANIZATION ->
                ApiException.of(ErrorKind.INVALID_GRANT, "The account is no member of the organization.");
            case PROFILE -> ApiException.of(ErrorKind.INVALID_REQUEST, refused.getMessage() + ".");
            case IDENTIFIER_TAKEN ->
                ApiException.of(ErrorKind.INVALID_REQUEST, "An account with this identifier exists. Log in instead.");
            case TOO_MANY_PASSKEYS ->
                ApiException.of(
                        ErrorKind.TOO_MANY_PASSKEYS,
                        "The account has as many passkeys as it may have. Remove one first.");
            case LAST_PASSKEY ->
                ApiException.of(
                        ErrorKind.LAST_PASSKEY, "This passkey is the only way in. Add another one before removing it.");
            case NO_SUCH_PASSKEY -> ApiException.of(ErrorKind.NOT_FOUND, "There is no such authentication method.");
            case PROOF -> ApiException.of(ErrorKind.INVALID_DPOP_PROOF, Proofs.USED);
            case SCOPE -> ApiException.of(ErrorKind.INVALID_SCOPE, "None of the scopes asked for can be granted.");
            case ACCOUNT,
                    REQUEST,
                    HOST,
                    ORIGIN,
                    CLIENT,
                    GRANT,
                    ACCESS,
                    NOT_RECENT,
                    SWITCHED_OFF,
                    RATE_LIMIT,
                    UNAVAILABLE,
                    FAULT -> ApiException.of(ErrorKind.ACCESS_DENIED, "Access is denied.");
        };
    }
}
