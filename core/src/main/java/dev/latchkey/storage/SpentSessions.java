package dev.latchkey.storage;

import java.time.Instant;

/** The ids of {@code auth_session}s that have succeeded, kept until they would have expired anyway. */
public interface SpentSessions {

    /**
     * Records that a session has succeeded.
     *
     * @param sessionId the session's id
     * @param expiresAt when the record may be forgotten
     * @throws StorageConflictException with {@link Conflict#SPENT_SESSION} if it was recorded before
     */
    void record(String sessionId, Instant expiresAt);
}
