package dev.latchkey.sample.crew;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The table of Tomcat's realm, as Latchkey reads it; {@code latchkey.conf} says which attribute means what. */
@Entity
@Table(name = "crew")
@NullUnmarked
@SuppressWarnings("unused")
public class CrewMember {
    @Id
    @Column(name = "user_name", length = 60)
    private String userName;

    @Column(name = "user_pass", length = 200)
    private String userPass;

    @Column(name = "full_name", nullable = false, length = 120)
    private String fullName;

    @Column(name = "role_name", nullable = false, length = 20)
    private String roleName;

    public CrewMember() {}
}
