package dev.latchkey.sample.passkeys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/**
 * The member table as Latchkey reads it, and writes it when somebody signs up with a passkey. The table itself was not
 * changed; {@code latchkey.conf} says which attribute means what.
 */
@Entity(name = "Member")
@Table(name = "member")
@NullUnmarked
@SuppressWarnings("unused")
public class MemberEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, unique = true, length = 254)
    private String email;

    @Column(name = "full_name", nullable = false, length = 300)
    private String fullName;

    @Column(length = 20)
    private String phone;

    @Column(nullable = false)
    private Instant joined;

    @Column(nullable = false, length = 20)
    private String role;

    @Column(name = "password_hash", length = 100)
    private String passwordHash;

    public MemberEntity() {}
}
