package dev.latchkey.jpa.host;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An account as many applications have it: a generated number, a unique e-mail, a password's hash, one role. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class Member {
    public enum Role {
        READER,
        EDITOR
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true, length = 200)
    private @Nullable String email;

    private @Nullable String fullName;
    private @Nullable String passwordHash;

    @Column(nullable = false)
    private Role role;

    private @Nullable Boolean locked;
    private @Nullable LocalDateTime emailConfirmed;

    @Column(nullable = false)
    private LocalDateTime registered;

    @ManyToOne(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "seat_id")
    private @Nullable Seat seat;

    protected Member() {}

    public Member(String email, @Nullable String passwordHash, boolean locked) {
        this.email = email;
        this.passwordHash = passwordHash;
        this.locked = locked;
        this.role = Role.EDITOR;
        this.registered = LocalDateTime.MIN.withYear(2001);
        this.seat = new Seat();
    }

    public Long id() {
        return id;
    }

    public @Nullable Seat seat() {
        return seat;
    }

    public LocalDateTime registered() {
        return registered;
    }

    public @Nullable String email() {
        return email;
    }

    public Role role() {
        return role;
    }
}
