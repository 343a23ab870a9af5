package dev.latchkey.sample.passkeys;

import dev.latchkey.jpa.entity.MappedRefreshToken;
import dev.latchkey.storage.StoredRefreshToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A refresh token that an app holds for a member. */
@Entity
@Table(name = "member_refresh_token")
@SuppressWarnings("UnusedVariable")
public class MemberRefreshToken extends MappedRefreshToken {

    @Column(name = "member_id", nullable = false, updatable = false)
    private long memberId;

    public MemberRefreshToken() {}

    @Override
    public void assign(StoredRefreshToken token) {
        super.assign(token);
        memberId = Long.parseLong(token.owner().id());
    }
}
