package dev.latchkey.jpa.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

/** Table {@code latchkey_spent_session}. */
@Entity(name = "LatchkeySpentSession")
@Cacheable(false)
@Table(
        name = "latchkey_spent_session",
        indexes = @Index(name = "latchkey_spent_session_expiry", columnList = "expires_at_micros"))
public class SpentSessionEntity extends MappedSpentSession {}
