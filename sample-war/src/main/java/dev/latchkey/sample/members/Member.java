package dev.latchkey.sample.members;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody with a library card.
 *
 * @param id the card's number
 * @param email in lower case, unique
 * @param phone E.164
 * @param role {@code member} or {@code librarian}
 * @param password absent for members who never chose one
 */
public record Member(
        long id,
        String email,
        String fullName,
        Optional<String> phone,
        Instant joined,
        String role,
        Optional<StoredPassword> password) {

    /** For the pages, which speak in properties. */
    public boolean hasPassword() {
        return password.isPresent();
    }
}
