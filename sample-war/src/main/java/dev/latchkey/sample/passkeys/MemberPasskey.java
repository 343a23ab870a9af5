package dev.latchkey.sample.passkeys;

import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.passkey.Passkey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A member's passkey: Latchkey's columns, a foreign key to the member, and a relation for queries of the library's own. */
@Entity
@Table(name = "member_passkey")
@NullUnmarked
@SuppressWarnings("UnusedVariable")
public class MemberPasskey extends MappedPasskey {

    @Column(name = "member_id", nullable = false, updatable = false)
    private long memberId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "member_id", insertable = false, updatable = false)
    private MemberEntity member;

    public MemberPasskey() {}

    /** Latchkey names accounts in text, whatever their type; the foreign key wants the number. */
    @Override
    public void assign(Passkey passkey) {
        super.assign(passkey);
        memberId = Long.parseLong(passkey.accountId());
    }
}
