package dev.latchkey.bench.quarkus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** Somebody with passkeys. */
@Entity
public class Person {
    @Id
    @GeneratedValue
    Long id;

    @Column(unique = true, nullable = false)
    String username;

    Person() {}

    Person(String username) {
        this.username = username;
    }
}
