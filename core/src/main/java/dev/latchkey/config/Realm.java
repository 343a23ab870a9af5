package dev.latchkey.config;

import java.util.Map;
import java.util.Set;

/**
 * A user directory: section {@code latchkey.realms}.
 *
 * @param name as {@code realm} on the wire
 * @param identifiers what is allowed and required at signup, by profile member name ({@code email}, {@code phone_number}, {@code username})
 * @param signup whether people may sign up
 * @param takenIdentifier when a signup learns that its identifier is taken
 * @param userVerification what is asked of the authenticator, and checked
 * @param attestation what has to be proven of authenticators
 * @param organizations the organizations that its tokens may name ({@code org_id}), of which the accounts may take less
 */
public record Realm(
        String name,
        Map<String, Presence> identifiers,
        boolean signup,
        TakenIdentifier takenIdentifier,
        UserVerification userVerification,
        RealmAttestation attestation,
        Set<String> organizations) {

    public Realm {
        identifiers = Map.copyOf(identifiers);
        organizations = Set.copyOf(organizations);
    }

    /** Whether an identifier has to be there at signup. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        OFF
    }

    /** When a signup learns that its identifier belongs to an account. */
    public enum TakenIdentifier {
        /** At the challenge, before the person is asked for a fingerprint; costs one indexed query. */
        AT_CHALLENGE,
        /** At the exchange, so that the challenge costs no query and tells strangers nothing. */
        AT_EXCHANGE
    }

    /** The user verification requirement (W3C WebAuthn Level 3 §5.8.6), without {@code discouraged}. */
    public enum UserVerification {
        REQUIRED("required"),
        PREFERRED("preferred");

        private final String wireName;

        UserVerification(String wireName) {
            this.wireName = wireName;
        }

        /** Its name in the options. */
        public String wireName() {
            return wireName;
        }
    }

    /** Whether an identifier has to be there; {@code OFF} where nothing is said. */
    public Presence presence(String identifier) {
        return identifiers.getOrDefault(identifier, Presence.OFF);
    }
}
