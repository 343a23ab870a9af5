package dev.latchkey.jpa.host;

import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.passkey.Passkey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A passkey whose table has a real foreign key, a relation, and a column of the host's own. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
@Entity
@Table(name = "patron_passkey")
public class PatronPasskey extends MappedPasskey {
    @Column(name = "patron_id", nullable = false, updatable = false)
    private long patronId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "patron_id", insertable = false, updatable = false)
    private Patron patron;

    @Column(name = "branch", length = 40)
    private @Nullable String branch;

    @Override
    public void assign(Passkey passkey) {
        super.assign(passkey);
        patronId = Long.parseLong(passkey.accountId());
    }

    public Patron patron() {
        return patron;
    }
}
