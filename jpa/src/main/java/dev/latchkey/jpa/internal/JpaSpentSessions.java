package dev.latchkey.jpa.internal;

import dev.latchkey.jpa.entity.MappedSpentSession;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.SpentSessions;
import java.time.Instant;

/** Spent sessions: one INSERT, which the primary key lets through once. */
record JpaSpentSessions(Statements statements, Mapped<MappedSpentSession> sessions) implements SpentSessions {

    @Override
    public void record(String sessionId, Instant expiresAt) {
        MappedSpentSession entity = sessions.newInstance();
        entity.assign(sessionId, expiresAt);
        statements.insert(entity, Conflict.SPENT_SESSION);
    }
}
