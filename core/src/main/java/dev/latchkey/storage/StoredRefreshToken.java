package dev.latchkey.storage;

import dev.latchkey.account.AccountRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A refresh token as it is stored: its hash, never its value.
 *
 * @param tokenHash SHA-256 of the token's value, base64url, 43 characters
 * @param familyId shared by all tokens that came of one sign-in by rotation
 * @param owner the account
 * @param clientId the client that it was issued to
 * @param issuer the issuer of the domain that it was issued by, exactly {@code https://HOST/}
 * @param audience the audience first asked for
 * @param scopes every scope granted, in the order granted
 * @param sessionId the {@code sid} of the sign-in
 * @param authenticatedAt when the person signed in ({@code auth_time})
 * @param organization the {@code org_id} of the sign-in
 * @param keyThumbprint of the key that it is bound to (RFC 9449 §5): SHA-256, base64url, 43 characters; empty for one that is bound to none
 * @param createdAt when this token was issued
 * @param expiresAt when it ends
 * @param spentAt when it was exchanged
 * @param revokedAt when its family was revoked
 */
public record StoredRefreshToken(
        String tokenHash,
        String familyId,
        AccountRef owner,
        String clientId,
        String issuer,
        String audience,
        List<String> scopes,
        String sessionId,
        Instant authenticatedAt,
        Optional<String> organization,
        Optional<String> keyThumbprint,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> spentAt,
        Optional<Instant> revokedAt) {

    public StoredRefreshToken {
        scopes = List.copyOf(scopes);
    }

    /** The next token of the family: another value and another time, and all else alike. */
    public StoredRefreshToken successor(String hash, Instant created, Instant expires) {
        return new StoredRefreshToken(
                hash,
                familyId,
                owner,
                clientId,
                issuer,
                audience,
                scopes,
                sessionId,
                authenticatedAt,
                organization,
                keyThumbprint,
                created,
                expires,
                Optional.empty(),
                Optional.empty());
    }

    /** The same token, bound to that key or to none. */
    public StoredRefreshToken boundTo(Optional<String> thumbprint) {
        return new StoredRefreshToken(
                tokenHash,
                familyId,
                owner,
                clientId,
                issuer,
                audience,
                scopes,
                sessionId,
                authenticatedAt,
                organization,
                thumbprint,
                createdAt,
                expiresAt,
                spentAt,
                revokedAt);
    }
}
