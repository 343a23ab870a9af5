package dev.latchkey.contract;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A user of an application that has users of its own, by their login names. */
@Entity
@Table(name = "resident")
@NullUnmarked
@SuppressWarnings("unused")
public class Resident {
    @Id
    @Column(length = 255)
    private String login;

    @Column(name = "full_name", length = 40)
    private String fullName;

    @Column(nullable = false)
    private boolean blocked;

    @ElementCollection
    private Set<String> roles;
}
