package dev.latchkey.servlet.internal.authentication;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** What the kit's login says in the session of a request. Thread-safe. */
public interface SessionIdentity {

    /** Who signed in with a passkey, or empty; never creates a session. */
    Optional<Identity> find(HttpServletRequest request);

    /** Whether a principal that a container remembers is one of the kit's login. */
    boolean gave(Principal principal);

    /** Ends that. */
    void clear(HttpServletRequest request);

    /**
     * A person as the container is to know it.
     *
     * @param principal what {@code getUserPrincipal()} gives
     * @param groups the application's roles
     */
    record Identity(Principal principal, Set<String> groups) {}
}
