package dev.latchkey.servlet;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A user of an application that has users of its own, with roles. */
@Entity
@Table(name = "member")
@NullUnmarked
@SuppressWarnings("unused")
public class Member {
    @Id
    @GeneratedValue
    private Long id;

    private String email;

    private String role;
}
