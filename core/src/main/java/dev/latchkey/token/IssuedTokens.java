package dev.latchkey.token;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the token endpoint hands out.
 *
 * @param accessToken an RFC 9068 JWT
 * @param idToken where {@code openid} was granted
 * @param refreshToken where {@code offline_access} was granted
 * @param tokenType {@code DPoP} for an access token that is bound to a key, else {@code Bearer}
 * @param expiresIn the life of the access token
 * @param scopes every scope granted
 */
public record IssuedTokens(
        String accessToken,
        Optional<String> idToken,
        Optional<String> refreshToken,
        String tokenType,
        Duration expiresIn,
        List<String> scopes) {

    public IssuedTokens {
        scopes = List.copyOf(scopes);
    }

    /** Tells nothing of the tokens. */
    @Override
    public String toString() {
        return "IssuedTokens[" + scopes + "]";
    }
}
