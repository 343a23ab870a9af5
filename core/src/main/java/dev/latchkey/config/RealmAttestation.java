package dev.latchkey.config;

import java.util.Set;
import java.util.UUID;

/**
 * What a realm wants to know of the authenticators of its passkeys: section {@code latchkey.realms.NAME.attestation}.
 *
 * @param required whether a registration has to prove its authenticator's model by a trusted attestation statement
 * @param allowed the AAGUIDs that may register; empty for every model that is trusted
 * @param denied the AAGUIDs that may not
 */
public record RealmAttestation(boolean required, Set<UUID> allowed, Set<UUID> denied) {

    /** Asks for nothing. */
    public static final RealmAttestation NONE = new RealmAttestation(false, Set.of(), Set.of());

    public RealmAttestation {
        allowed = Set.copyOf(allowed);
        denied = Set.copyOf(denied);
    }

    /** Whether some models may register and others not. */
    public boolean hasLists() {
        return !allowed.isEmpty() || !denied.isEmpty();
    }

    /** Whether the lists let a model register. Says nothing of whether it was proven. */
    public boolean admits(UUID aaguid) {
        return (allowed.isEmpty() || allowed.contains(aaguid)) && !denied.contains(aaguid);
    }
}
