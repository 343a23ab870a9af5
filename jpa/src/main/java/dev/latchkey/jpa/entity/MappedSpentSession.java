package dev.latchkey.jpa.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** The id of an {@code auth_session} that has succeeded, or of a proof of possession that was used: the primary key lets it serve once. */
@MappedSuperclass
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init")
public abstract class MappedSpentSession {
    @Id
    @Column(name = "session_id", length = 64, nullable = false)
    private String sessionId;

    @Column(name = "expires_at_micros", nullable = false)
    private long expiresAtMicros;

    protected MappedSpentSession() {}

    /** Takes over id and expiry. */
    public void assign(String id, Instant expiresAt) {
        sessionId = id;
        expiresAtMicros = Micros.of(expiresAt);
    }
}
