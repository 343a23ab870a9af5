package dev.latchkey.jpa.host;

import dev.latchkey.jpa.entity.MappedRefreshToken;
import dev.latchkey.storage.StoredRefreshToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A refresh token that goes with its patron. */
@SuppressWarnings("UnusedVariable")
@Entity
@Table(name = "patron_refresh_token")
public class PatronRefreshToken extends MappedRefreshToken {
    @Column(name = "patron_id", nullable = false, updatable = false)
    private long patronId;

    @Override
    public void assign(StoredRefreshToken token) {
        super.assign(token);
        patronId = Long.parseLong(token.owner().id());
    }
}
