package dev.latchkey.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An account that a signup asks for. No identifier is verified.
 *
 * @param realm the user directory
 * @param profile what the person said
 * @param userMetadata the application's own string members
 * @param organization the one of the realm's list that the signup is for, if any
 * @param createdAt the time of the signup
 */
public record NewAccount(
        String realm,
        UserProfile profile,
        Map<String, String> userMetadata,
        Optional<String> organization,
        Instant createdAt) {

    public NewAccount {
        userMetadata = Map.copyOf(userMetadata);
    }
}
