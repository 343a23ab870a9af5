package dev.latchkey.http;

import dev.latchkey.dpop.ProofAlgorithm;
import dev.latchkey.dpop.ProofException;

/**
 * The errors of a protected resource, each with its challenge. A caller of either scheme is told what went wrong in that scheme (RFC 6750 §3,
 * RFC 9449 §7.1); one that is not of the scheme {@code DPoP} learns besides that there is such a scheme, where some client may use it.
 */
final class Challenges {
    private static final String ALGORITHMS = "algs=\"" + String.join(" ", ProofAlgorithm.wireNames()) + "\"";

    private final boolean bindsTokens;

    /** @param bindsTokens whether some client's tokens may be bound to keys */
    Challenges(boolean bindsTokens) {
        this.bindsTokens = bindsTokens;
    }

    /** RFC 6750 §3.1: who sent no token at all is told no error code. */
    ApiException missing() {
        return error(
                ErrorKind.INVALID_TOKEN, "An access token is required.", AccessScheme.BEARER, "realm=\"latchkey\"");
    }

    ApiException invalid(AccessScheme scheme) {
        return invalid(scheme, "The access token is invalid or has expired.");
    }

    ApiException invalid(AccessScheme scheme, String detail) {
        return error(ErrorKind.INVALID_TOKEN, detail, scheme, "error=\"invalid_token\"");
    }

    ApiException proof(ProofException refused) {
        return proof(Proofs.kind(refused), String.valueOf(refused.getMessage()));
    }

    ApiException proof(ErrorKind kind, String detail) {
        return error(kind, detail, AccessScheme.DPOP, "error=\"" + kind.oauthCode() + "\"");
    }

    ApiException lacks(AccessScheme scheme, String scope) {
        return forbidden(
                ErrorKind.INSUFFICIENT_SCOPE,
                "The access token lacks the scope " + scope + ".",
                scheme,
                "error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }

    ApiException tooOld(AccessScheme scheme, long maxAgeSeconds) {
        return forbidden(
                ErrorKind.AUTHENTICATION_NOT_RECENT,
                "Signing in was too long ago. Authenticate again.",
                scheme,
                "error=\"insufficient_user_authentication\", max_age=\"" + maxAgeSeconds + "\"");
    }

    private ApiException error(ErrorKind kind, String detail, AccessScheme scheme, String parameters) {
        return ApiException.challenging(kind, detail, challenge(scheme, parameters));
    }

    private static ApiException forbidden(ErrorKind kind, String detail, AccessScheme scheme, String parameters) {
        return ApiException.withHeader(kind, detail, "WWW-Authenticate", scheme.wireName() + " " + parameters);
    }

    private String challenge(AccessScheme scheme, String parameters) {
        String own = scheme.wireName() + " " + parameters;
        if (scheme == AccessScheme.DPOP) {
            return own + ", " + ALGORITHMS;
        }
        return bindsTokens ? own + ", " + AccessScheme.DPOP.wireName() + " " + ALGORITHMS : own;
    }
}
