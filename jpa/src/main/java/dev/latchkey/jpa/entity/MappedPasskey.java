package dev.latchkey.jpa.entity;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential record (W3C WebAuthn Level 3 §4) with its owner, in one row. */
@MappedSuperclass
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init")
public abstract class MappedPasskey {
    private static final int USER_AGENT_LENGTH = 512;

    @Id
    @Column(name = "id", length = 64, nullable = false)
    private String id;

    @Column(name = "realm", length = 128, nullable = false)
    private String realm;

    @Column(name = "account_id", length = 255, nullable = false)
    private String accountId;

    @Column(name = "rp_id", length = 253, nullable = false)
    private String rpId;

    @Column(name = "credential_id", length = 1023, nullable = false)
    private byte[] credentialId;

    /** See {@link #credentialHash(Bytes)}: what is unique, for many databases cannot index 1023 bytes. */
    @Column(name = "credential_hash", length = 43, nullable = false)
    private String credentialHash;

    @Column(name = "user_handle", length = 86, nullable = false)
    private String userHandle;

    @Column(name = "public_key", length = 2000, nullable = false)
    private byte[] publicKey;

    @Column(name = "sign_count", nullable = false)
    private long signCount;

    @Column(name = "backup_eligible", nullable = false)
    private boolean backupEligible;

    @Column(name = "backed_up", nullable = false)
    private boolean backedUp;

    @Column(name = "transports", length = TransportsText.MAX_LENGTH)
    private @Nullable String transports;

    @Column(name = "aaguid", length = 36, nullable = false)
    private String aaguid;

    @Column(name = "display_name", length = 300)
    private @Nullable String displayName;

    @Column(name = "user_agent", length = USER_AGENT_LENGTH)
    private @Nullable String userAgent;

    @Column(name = "created_at_micros", nullable = false)
    private long createdAtMicros;

    @Column(name = "last_used_at_micros")
    private @Nullable Long lastUsedAtMicros;

    protected MappedPasskey() {}

    /** The SHA-256 of a credential id, in base64url: 43 characters. */
    public static String credentialHash(Bytes credentialId) {
        return Sha256.base64Url(credentialId.toArray());
    }

    /**
     * Takes over everything; a user agent is cut to 512 characters. An entity over this class that has columns of its own can fill them by
     * overriding this method, say one of its own id's type beside {@code account_id}.
     */
    public void assign(Passkey passkey) {
        id = passkey.id();
        realm = passkey.realm();
        accountId = passkey.accountId();
        rpId = passkey.rpId();
        credentialId = passkey.credentialId().toArray();
        credentialHash = credentialHash(passkey.credentialId());
        userHandle = passkey.userHandle().toBase64Url();
        publicKey = passkey.publicKey().toArray();
        signCount = passkey.signCount();
        backupEligible = passkey.backup().eligible();
        backedUp = passkey.backup() == BackupState.BACKED_UP;
        transports = TransportsText.encode(passkey.transports());
        aaguid = passkey.aaguid().toString();
        displayName = passkey.name().orElse(null);
        userAgent = passkey.userAgent()
                .map(text -> text.substring(0, Math.min(text.length(), USER_AGENT_LENGTH)))
                .orElse(null);
        createdAtMicros = Micros.of(passkey.createdAt());
        lastUsedAtMicros = Micros.of(passkey.lastUsedAt());
    }

    /** The passkey as a value. */
    public Passkey toPasskey() {
        return new Passkey(
                id,
                realm,
                accountId,
                rpId,
                Bytes.of(credentialId),
                Bytes.fromBase64Url(userHandle),
                Bytes.of(publicKey),
                signCount,
                BackupState.of(backupEligible, backedUp),
                TransportsText.decode(transports),
                UUID.fromString(aaguid),
                Optional.ofNullable(displayName),
                Optional.ofNullable(userAgent),
                Micros.toInstant(createdAtMicros),
                Micros.toInstant(lastUsedAtMicros));
    }
}
