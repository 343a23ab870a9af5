package dev.latchkey.account;

import java.util.Map;
import java.util.Set;

/**
 * A person's account in a realm, as the host's user directory tells it.
 *
 * @param ref realm and id
 * @param principalName the name that {@code getUserPrincipal()} gives to the application
 * @param profile what is known of the person
 * @param verified the identifiers that are proven to be the person's
 * @param userMetadata the application's own string members, at most ten
 * @param roles the application's roles
 * @param blocked whether the host refuses this account
 * @param otherWayIn whether the person can sign in without a passkey, say by a password
 */
public record Account(
        AccountRef ref,
        String principalName,
        UserProfile profile,
        Set<IdentifierType> verified,
        Map<String, String> userMetadata,
        Set<String> roles,
        boolean blocked,
        boolean otherWayIn) {

    public Account {
        verified = Set.copyOf(verified);
        userMetadata = Map.copyOf(userMetadata);
        roles = Set.copyOf(roles);
    }
}
