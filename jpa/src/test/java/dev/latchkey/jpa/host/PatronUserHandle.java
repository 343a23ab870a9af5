package dev.latchkey.jpa.host;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.entity.MappedUserHandle;
import dev.latchkey.passkey.Bytes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A user handle that goes with its patron. */
@SuppressWarnings("UnusedVariable")
@Entity
@Table(name = "patron_user_handle")
public class PatronUserHandle extends MappedUserHandle {
    @Column(name = "patron_id", nullable = false, updatable = false)
    private long patronId;

    @Override
    public void assign(AccountRef owner, Bytes handle) {
        super.assign(owner, handle);
        patronId = Long.parseLong(owner.id());
    }
}
