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

    /**
     * Revokes every token of the family that can be seen; one that a rotation under way adds shows at the next call.
     *
     * @return how many were not revoked before
     */
    int revokeFamily(String familyId, Instant at);

    /**
     * Revokes every token of the owner that can be seen; one that a rotation under way adds shows at the next call.
     *
     * @return how many were not revoked before
     */
    int revokeAll(AccountRef owner, Instant at);

    /** Revokes the family until nothing of it is left, not even what a rotation under way has added. */
    default void endFamily(String familyId, Instant at) {
        int revoked;
        do {
            revoked = revokeFamily(familyId, at);
        } while (revoked > 0);
    }

    /** Revokes the owner's tokens until none is left, not even one that a rotation under way has added. */
    default void endAll(AccountRef owner, Instant at) {
        int revoked;
        do {
            revoked = revokeAll(owner, at);
        } while (revoked > 0);
    }
}
