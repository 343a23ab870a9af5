package dev.latchkey.jpa.host;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An account by its login name, from a directory that is kept elsewhere. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class Employee {
    @Id
    private String login;

    private @Nullable String roles;

    protected Employee() {}

    public Employee(String login, @Nullable String roles) {
        this.login = login;
        this.roles = roles;
    }

    public @Nullable String roles() {
        return roles;
    }
}
