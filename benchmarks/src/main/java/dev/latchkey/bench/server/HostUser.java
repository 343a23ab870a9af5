package dev.latchkey.bench.server;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the host has of its own. */
@Entity
@Table(name = "host_user")
public class HostUser {
    @Id
    private long id;

    public long getId() {
        return id;
    }
}
