package dev.latchkey.http;

import java.util.Locale;

/** Every kind of error that a client can meet: its status, its OAuth code (RFC 6749 §5.2) and its title in the My Account API. */
enum ErrorKind {
    INVALID_REQUEST(400, "invalid_request", "Invalid request"),
    INVALID_GRANT(400, "invalid_grant", "Invalid grant"),
    UNSUPPORTED_GRANT_TYPE(400, "unsupported_grant_type", "Unsupported grant type"),
    UNSUPPORTED_TOKEN_TYPE(400, "unsupported_token_type", "Unsupported token type"),
    INVALID_SCOPE(400, "invalid_scope", "Invalid scope"),
    INVALID_DPOP_PROOF(400, "invalid_dpop_proof", "Invalid DPoP proof"),
    USE_DPOP_NONCE(400, "use_dpop_nonce", "DPoP nonce required"),
    INVALID_CLIENT(401, "invalid_client", "Invalid client"),
    INVALID_TOKEN(401, "invalid_token", "Unauthorized"),
    UNAUTHORIZED_CLIENT(403, "unauthorized_client", "Unauthorized client"),
    ACCESS_DENIED(403, "access_denied", "Access denied"),
    INSUFFICIENT_SCOPE(403, "insufficient_scope", "Insufficient scope"),
    AUTHENTICATION_NOT_RECENT(403, "insufficient_user_authentication", "Authentication not recent"),
    NOT_FOUND(404, "not_found", "Not found"),
    METHOD_NOT_ALLOWED(405, "invalid_request", "Method not allowed"),
    TOO_MANY_PASSKEYS(409, "invalid_request", "Too many passkeys"),
    LAST_PASSKEY(409, "invalid_request", "Last way in"),
    CONTENT_TOO_LARGE(413, "invalid_request", "Content too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "invalid_request", "Unsupported media type"),
    SERVER_ERROR(500, "server_error", "Server error"),
    TEMPORARILY_UNAVAILABLE(503, "temporarily_unavailable", "Temporarily unavailable");

    private static final String DOCUMENTATION = "https://latchkey.dev/errors#";

    private final int status;
    private final String oauthCode;
    private final String title;

    ErrorKind(int status, String oauthCode, String title) {
        this.status = status;
        this.oauthCode = oauthCode;
        this.title = title;
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

    /** The stable URI of this kind: an anchor in the documentation. */
    String type() {
        return DOCUMENTATION + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
