package dev.latchkey.storage;

import java.time.Instant;
import java.util.Optional;

/** Refresh tokens by the hash of their value; families die together (RFC 9700 §4.14.2). */
public interface RefreshTokens {
    void add(StoredRefreshToken token);

    Optional<StoredRefreshToken> find(String tokenHash);

    /**
     * Spends a token that is neither spent nor revoked.
     *
     * @return false if it was spent or revoked before, or does not exist
     */
    boolean spend(String tokenHash, Instant at);

    /** Revokes every token of the family. */
    void revokeFamily(String familyId, Instant at);
}
