package dev.latchkey.account;

import java.time.Instant;
import java.util.Map;

/**
 * An account that a signup asks for. No identifier is verified.
 *
 * @param realm the user directory
 * @param profile what the person said
 * @param userMetadata the application's own string members
 * @param createdAt the time of the signup
 */
public record NewAccount(String realm, UserProfile profile, Map<String, String> userMetadata, Instant createdAt) {

    public NewAccount {
        userMetadata = Map.copyOf(userMetadata);
    }
}
