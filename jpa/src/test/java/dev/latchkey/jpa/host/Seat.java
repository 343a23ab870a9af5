package dev.latchkey.jpa.host;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Something that a {@link Member} loads eagerly. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class Seat {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private @Nullable String place;

    public Integer id() {
        return id;
    }
}
