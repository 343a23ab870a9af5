package dev.latchkey.storage;

import dev.latchkey.account.AccountRef;
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

    /**
     * Revokes every token of the owner that can be seen; one that a rotation under way adds shows at the next call.
     *
     * @return how many were not revoked before
     */
    int revokeAll(AccountRef owner, Instant at);
}
