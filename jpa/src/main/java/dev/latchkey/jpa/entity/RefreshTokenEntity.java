package dev.latchkey.jpa.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

/** Table {@code latchkey_refresh_token}. */
@Entity(name = "LatchkeyRefreshToken")
@Cacheable(false)
@Table(
        name = "latchkey_refresh_token",
        indexes = {
            @Index(name = "latchkey_refresh_token_family", columnList = "family_id"),
            @Index(name = "latchkey_refresh_token_owner", columnList = "realm, account_id"),
            @Index(name = "latchkey_refresh_token_expiry", columnList = "expires_at_micros")
        })
public class RefreshTokenEntity extends MappedRefreshToken {}
