package dev.latchkey.jpa.entity;

import dev.latchkey.keys.StoredKey;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A signing key that all nodes share, wrapped. */
@MappedSuperclass
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init")
public abstract class MappedSigningKey {
    @Id
    @Column(name = "key_id", length = 128, nullable = false)
    private String keyId;

    @Column(name = "algorithm", length = 32, nullable = false)
    private String algorithm;

    @Column(name = "wrapped_key", length = 8000, nullable = false)
    private String wrappedKey;

    @Column(name = "created_at_micros", nullable = false)
    private long createdAtMicros;

    protected MappedSigningKey() {}

    /** Takes over everything. */
    public void assign(StoredKey key) {
        keyId = key.id();
        algorithm = key.algorithm();
        wrappedKey = key.wrapped();
        createdAtMicros = Micros.of(key.createdAt());
    }

    /** The key as a value. */
    public StoredKey toKey() {
        return new StoredKey(keyId, algorithm, wrappedKey, Micros.toInstant(createdAtMicros));
    }
}
