package dev.latchkey.jpa.host;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An account of a library, in a table that was there before passkeys. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
@Entity
@Table(name = "patron")
public class Patron {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 40)
    private String email;

    @Column(name = "full_name", length = 300)
    private @Nullable String fullName;

    @Column(nullable = false)
    private boolean blocked;

    protected Patron() {}

    public Patron(String email) {
        this.email = email;
    }

    public Long id() {
        return id;
    }
}
