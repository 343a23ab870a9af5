package dev.latchkey.transfer;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collects what is known of a passkey besides its key; what is not said is not known. Not thread-safe. */
public final class PasskeyRecordBuilder {
    private final AccountKey account;
    private final Bytes credentialId;
    private final Bytes userHandle;
    private final Bytes publicKey;
    private Optional<String> realm = Optional.empty();
    private Optional<String> rpId = Optional.empty();
    private long signCount;
    private Optional<BackupState> backup = Optional.empty();
    private List<String> transports = List.of();
    private UUID aaguid = PasskeyRecord.NO_AAGUID;
    private Optional<String> name = Optional.empty();
    private Optional<String> userAgent = Optional.empty();
    private Optional<Instant> createdAt = Optional.empty();
    private Optional<Instant> lastUsedAt = Optional.empty();

    PasskeyRecordBuilder(AccountKey account, Bytes credentialId, Bytes userHandle, Bytes publicKey) {
        this.account = account;
        this.credentialId = credentialId;
        this.userHandle = userHandle;
        this.publicKey = publicKey;
    }

    public PasskeyRecordBuilder realm(String value) {
        realm = Optional.of(value);
        return this;
    }

    public PasskeyRecordBuilder rpId(String value) {
        rpId = Optional.of(value);
        return this;
    }

    public PasskeyRecordBuilder signCount(long value) {
        signCount = value;
        return this;
    }

    public PasskeyRecordBuilder backup(BackupState value) {
        backup = Optional.of(value);
        return this;
    }

    /**
     * Both flags as the authenticator told them (BE and BS).
     *
     * @throws IllegalArgumentException if it is backed up and cannot be
     */
    public PasskeyRecordBuilder backup(boolean eligible, boolean backedUp) {
        return backup(BackupState.of(eligible, backedUp));
    }

    public PasskeyRecordBuilder transports(Collection<String> value) {
        transports = List.copyOf(value);
        return this;
    }

    public PasskeyRecordBuilder aaguid(UUID value) {
        aaguid = value;
        return this;
    }

    public PasskeyRecordBuilder name(String value) {
        name = Optional.of(value);
        return this;
    }

    public PasskeyRecordBuilder userAgent(String value) {
        userAgent = Optional.of(value);
        return this;
    }

    public PasskeyRecordBuilder createdAt(Instant value) {
        createdAt = Optional.of(value);
        return this;
    }

    public PasskeyRecordBuilder lastUsedAt(Instant value) {
        lastUsedAt = Optional.of(value);
        return this;
    }

    public PasskeyRecord build() {
        return new PasskeyRecord(
                account,
                realm,
                rpId,
                credentialId,
                userHandle,
                publicKey,
                signCount,
                backup,
                transports,
                aaguid,
                name,
                userAgent,
                createdAt,
                lastUsedAt);
    }
}
