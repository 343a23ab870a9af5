package dev.latchkey.config;

import java.util.Optional;

/**
 * The application's pages that password managers may send people to: section {@code passkey-endpoints} of a domain.
 *
 * @param enroll URL of the page that adds a passkey
 * @param manage URL of the page that lists them
 */
public record PasskeyEndpoints(Optional<String> enroll, Optional<String> manage) {
    static final PasskeyEndpoints NONE = new PasskeyEndpoints(Optional.empty(), Optional.empty());

    /** Whether there is neither page. */
    public boolean isEmpty() {
        return enroll.isEmpty() && manage.isEmpty();
    }
}
