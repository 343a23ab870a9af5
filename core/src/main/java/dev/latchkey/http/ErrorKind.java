package dev.latchkey.http;

import dev.latchkey.event.Refusal;
import java.util.Locale;

/** Every kind of error that a client can meet: its status, its OAuth code (RFC 6749 §5.2) and its title in the My Account API. */
enum ErrorKind {
    INVALID_REQUEST(400, "invalid_request", "Invalid request", Refusal.REQUEST),
    INVALID_GRANT(400, "invalid_grant", "Invalid grant", Refusal.AUTH_SESSION),
    UNSUPPORTED_GRANT_TYPE(400, "unsupported_grant_type", "Unsupported grant type", Refusal.GRANT),
    UNSUPPORTED_TOKEN_TYPE(400, "unsupported_token_type", "Unsupported token type", Refusal.REQUEST),
    INVALID_SCOPE(400, "invalid_scope", "Invalid scope", Refusal.SCOPE),
    INVALID_DPOP_PROOF(400, "invalid_dpop_proof", "Invalid DPoP proof", Refusal.PROOF),
    USE_DPOP_NONCE(400, "use_dpop_nonce", "DPoP nonce required", Refusal.PROOF),
    INVALID_CLIENT(401, "invalid_client", "Invalid client", Refusal.CLIENT),
    INVALID_TOKEN(401, "invalid_token", "Unauthorized", Refusal.ACCESS),
    UNAUTHORIZED_CLIENT(403, "unauthorized_client", "Unauthorized client", Refusal.GRANT),
    ACCESS_DENIED(403, "access_denied", "Access denied", Refusal.ORIGIN),
    INSUFFICIENT_SCOPE(403, "insufficient_scope", "Insufficient scope", Refusal.SCOPE),
    AUTHENTICATION_NOT_RECENT(403, "insufficient_user_authentication", "Authentication not recent", Refusal.NOT_RECENT),
    NOT_FOUND(404, "not_found", "Not found", Refusal.SWITCHED_OFF),
    METHOD_NOT_ALLOWED(405, "invalid_request", "Method not allowed", Refusal.REQUEST),
    TOO_MANY_PASSKEYS(409, "invalid_request", "Too many passkeys", Refusal.TOO_MANY_PASSKEYS),
    LAST_PASSKEY(409, "invalid_request", "Last way in", Refusal.LAST_PASSKEY),
    CONTENT_TOO_LARGE(413, "invalid_request", "Content too large", Refusal.REQUEST),
    UNSUPPORTED_MEDIA_TYPE(415, "invalid_request", "Unsupported media type", Refusal.REQUEST),
    TOO_MANY_REQUESTS(429, "too_many_requests", "Too many requests", Refusal.RATE_LIMIT),
    SERVER_ERROR(500, "server_error", "Server error", Refusal.FAULT),
    TEMPORARILY_UNAVAILABLE(503, "temporarily_unavailable", "Temporarily unavailable", Refusal.UNAVAILABLE);

    private static final String DOCUMENTATION = "https://latchkey.dev/errors#";

    private final int status;
    private final String oauthCode;
    private final String title;
    private final Refusal refusal;

    ErrorKind(int status, String oauthCode, String title, Refusal refusal) {
        this.status = status;
        this.oauthCode = oauthCode;
        this.title = title;
        this.refusal = refusal;
    }

    int status() {
        return status;
    }

    String oauthCode() {
        return oauthCode;
    }

    String title() {
        return title;
    }

    /** What the event says of an error that no ceremony refused. */
    Refusal refusal() {
        return refusal;
    }

    /** The stable URI of this kind: an anchor in the documentation. */
    String type() {
        return DOCUMENTATION + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
