package dev.latchkey.jpa.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Table {@code latchkey_passkey}. */
@Entity(name = "LatchkeyPasskey")
@Cacheable(false)
@Table(
        name = "latchkey_passkey",
        uniqueConstraints = @UniqueConstraint(name = "latchkey_passkey_credential", columnNames = "credential_hash"),
        indexes = @Index(name = "latchkey_passkey_owner", columnList = "realm, account_id"))
public class PasskeyEntity extends MappedPasskey {}
