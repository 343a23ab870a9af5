package dev.latchkey.storage;

import java.time.Duration;
import java.time.Instant;

/** The ids of what serves once, an {@code auth_session} or a proof of possession, kept from its use until it would have expired anyway. */
public interface SpentSessions {
    /** How far the clocks of two nodes may differ, without one of them forgetting what another would still take. */
    Duration CLOCK_SKEW = Duration.ofMinutes(10);

    /**
     * Records that it has served.
     *
     * @param sessionId its id, at most 64 characters of ASCII; no session and no proof share one
     * @param expiresAt when the record may be forgotten
     * @throws StorageConflictException with {@link Conflict#SPENT_SESSION} if it was recorded before
     */
    void record(String sessionId, Instant expiresAt);
}
