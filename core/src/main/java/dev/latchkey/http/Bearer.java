package dev.latchkey.http;

import java.util.Optional;

/** Access tokens in the {@code Authorization} header, and the challenges that refuse them (RFC 6750 §2.1 and §3). */
final class Bearer {
    private static final String HEADER = "WWW-Authenticate";
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token in the value of an {@code Authorization} header, or empty where that is of another scheme. */
    static Optional<String> token(String authorization) {
        return Optional.of(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).trim());
    }

    /** RFC 6750 §3.1: who sent no token at all is told no error code. */
    static ApiException missing() {
        return ApiException.withHeader(
                ErrorKind.INVALID_TOKEN, "An access token is required.", HEADER, "Bearer realm=\"latchkey\"");
    }

    static ApiException invalid() {
        return ApiException.withHeader(
                ErrorKind.INVALID_TOKEN,
                "The access token is invalid or has expired.",
                HEADER,
                "Bearer error=\"invalid_token\"");
    }

    static ApiException lacks(String scope) {
        return ApiException.withHeader(
                ErrorKind.INSUFFICIENT_SCOPE,
                "The access token lacks the scope " + scope + ".",
                HEADER,
                "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
}
