package dev.latchkey.jpa.entity;

import dev.latchkey.account.AccountRef;
import dev.latchkey.passkey.Bytes;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** The one stable user handle of an account (W3C WebAuthn Level 3 §5.4.3), kept apart from the host's own users. */
@MappedSuperclass
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init")
public abstract class MappedUserHandle {
    /** 1 to 64 bytes in base64url. */
    @Id
    @Column(name = "user_handle", length = 86, nullable = false)
    private String userHandle;

    @Column(name = "realm", length = 128, nullable = false)
    private String realm;

    @Column(name = "account_id", length = 255, nullable = false)
    private String accountId;

    protected MappedUserHandle() {}

    /**
     * Takes over the owner and the handle. An entity over this class that has columns of its own can fill them by overriding this method.
     */
    public void assign(AccountRef owner, Bytes handle) {
        realm = owner.realm();
        accountId = owner.id();
        userHandle = handle.toBase64Url();
    }

    /** The handle as a value. */
    public Bytes toUserHandle() {
        return Bytes.fromBase64Url(userHandle);
    }
}
