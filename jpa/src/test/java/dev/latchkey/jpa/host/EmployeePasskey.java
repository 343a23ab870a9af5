package dev.latchkey.jpa.host;

import dev.latchkey.jpa.entity.MappedPasskey;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A passkey with a relation and a column of the host's own. */
@Entity
@Table(name = "employee_passkey")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class EmployeePasskey extends MappedPasskey {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id", insertable = false, updatable = false)
    private Employee owner;

    private @Nullable String costCentre;

    public Employee owner() {
        return owner;
    }
}
