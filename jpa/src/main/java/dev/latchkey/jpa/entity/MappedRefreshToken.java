package dev.latchkey.jpa.entity;

import dev.latchkey.account.AccountRef;
import dev.latchkey.storage.StoredRefreshToken;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refresh token by the hash of its value. */
@MappedSuperclass
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init")
public abstract class MappedRefreshToken {
    @Id
    @Column(name = "token_hash", length = 43, nullable = false)
    private String tokenHash;

    @Column(name = "family_id", length = 64, nullable = false)
    private String familyId;

    @Column(name = "realm", length = 128, nullable = false)
    private String realm;

    @Column(name = "account_id", length = 255, nullable = false)
    private String accountId;

    @Column(name = "client_id", length = 255, nullable = false)
    private String clientId;

    @Column(name = "issuer", length = 300, nullable = false)
    private String issuer;

    @Column(name = "audience", length = 1000, nullable = false)
    private String audience;

    /** Separated by spaces, which no scope has (RFC 6749 §3.3). */
    @Column(name = "scopes", length = 2000)
    private @Nullable String scopes;

    @Column(name = "session_id", length = 64, nullable = false)
    private String sessionId;

    @Column(name = "authenticated_at_micros", nullable = false)
    private long authenticatedAtMicros;

    @Column(name = "organization", length = 255)
    private @Nullable String organization;

    @Column(name = "key_thumbprint", length = 43)
    private @Nullable String keyThumbprint;

    @Column(name = "created_at_micros", nullable = false)
    private long createdAtMicros;

    @Column(name = "expires_at_micros", nullable = false)
    private long expiresAtMicros;

    @Column(name = "spent_at_micros")
    private @Nullable Long spentAtMicros;

    @Column(name = "revoked_at_micros")
    private @Nullable Long revokedAtMicros;

    protected MappedRefreshToken() {}

    /** Takes over everything. An entity over this class that has columns of its own can fill them by overriding this method. */
    public void assign(StoredRefreshToken token) {
        tokenHash = token.tokenHash();
        familyId = token.familyId();
        realm = token.owner().realm();
        accountId = token.owner().id();
        clientId = token.clientId();
        issuer = token.issuer();
        audience = token.audience();
        scopes = String.join(" ", token.scopes());
        sessionId = token.sessionId();
        authenticatedAtMicros = Micros.of(token.authenticatedAt());
        organization = token.organization().orElse(null);
        keyThumbprint = token.keyThumbprint().orElse(null);
        createdAtMicros = Micros.of(token.createdAt());
        expiresAtMicros = Micros.of(token.expiresAt());
        spentAtMicros = Micros.of(token.spentAt());
        revokedAtMicros = Micros.of(token.revokedAt());
    }

    /** The token as a value. */
    public StoredRefreshToken toRefreshToken() {
        return new StoredRefreshToken(
                tokenHash,
                familyId,
                new AccountRef(realm, accountId),
                clientId,
                issuer,
                audience,
                scopes == null || scopes.isEmpty() ? List.of() : List.of(scopes.split(" ", -1)),
                sessionId,
                Micros.toInstant(authenticatedAtMicros),
                Optional.ofNullable(organization),
                Optional.ofNullable(keyThumbprint),
                Micros.toInstant(createdAtMicros),
                Micros.toInstant(expiresAtMicros),
                Micros.toInstant(spentAtMicros),
                Micros.toInstant(revokedAtMicros));
    }
}
