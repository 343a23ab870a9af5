package dev.latchkey.servlet.internal;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A login by a password of the container's realm, kept in the session, so that the person may add a passkey while it is recent.
 *
 * @param name the name that the container knows the person by
 * @param at when
 */
public record PasswordLogin(String name, Instant at) implements Serializable {
    /** The session's attribute. */
    public static final String ATTRIBUTE = PasswordLogin.class.getName();

    /** When the person of that name logged in, or empty. */
    public static Optional<Instant> of(String name, HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof PasswordLogin login
                        && login.name().equals(name)
                ? Optional.of(login.at())
                : Optional.empty();
    }
}
