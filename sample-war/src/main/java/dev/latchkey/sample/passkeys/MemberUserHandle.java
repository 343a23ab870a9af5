package dev.latchkey.sample.passkeys;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.entity.MappedUserHandle;
import dev.latchkey.passkey.Bytes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A member's user handle, by which authenticators know the member. */
@Entity
@Table(name = "member_user_handle")
@SuppressWarnings("UnusedVariable")
public class MemberUserHandle extends MappedUserHandle {

    @Column(name = "member_id", nullable = false, updatable = false)
    private long memberId;

    public MemberUserHandle() {}

    @Override
    public void assign(AccountRef owner, Bytes handle) {
        super.assign(owner, handle);
        memberId = Long.parseLong(owner.id());
    }
}
