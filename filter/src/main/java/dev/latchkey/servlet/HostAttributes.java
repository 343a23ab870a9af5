package dev.latchkey.servlet;

import dev.latchkey.config.SessionSettings;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** The application's own session attributes that say who is logged in, and since when. Thread-safe. */
record HostAttributes(Optional<String> principal, Optional<String> authenticatedAt) {

    static HostAttributes of(SessionSettings settings) {
        return new HostAttributes(settings.principalAttribute(), settings.authenticatedAtAttribute());
    }

    /** The name that the application holds for logged in, or empty; also where it is of no type that has a name. */
    Optional<String> name(HttpSession session) {
        return principal.map(session::getAttribute).flatMap(HostAttributes::asName);
    }

    /** When the application holds that to have been, or empty. */
    Optional<Instant> authenticatedAt(HttpSession session) {
        return authenticatedAt.map(session::getAttribute).flatMap(HostAttributes::asInstant);
    }

    /** Whether the application, too, holds that person for logged in; always, where it has no attribute for it. */
    boolean agree(HttpSession session, String name) {
        return principal.isEmpty() || name(session).filter(name::equals).isPresent();
    }

    void write(HttpSession session, String name, Instant at) {
        principal.ifPresent(attribute -> session.setAttribute(attribute, name));
        authenticatedAt.ifPresent(attribute -> session.setAttribute(attribute, at));
    }

    void remove(HttpSession session) {
        principal.ifPresent(session::removeAttribute);
        authenticatedAt.ifPresent(session::removeAttribute);
    }

    private static Optional<String> asName(Object value) {
        if (value instanceof String name) {
            return Optional.of(name);
        }
        return value instanceof Principal named ? Optional.of(named.getName()) : Optional.empty();
    }

    @SuppressWarnings("JavaUtilDate") // Date.toInstant() throws where the date is a java.sql.Date
    private static Optional<Instant> asInstant(Object value) {
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (value instanceof Date date) {
            return Optional.of(Instant.ofEpochMilli(date.getTime()));
        }
        return value instanceof Long millis ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }
}
