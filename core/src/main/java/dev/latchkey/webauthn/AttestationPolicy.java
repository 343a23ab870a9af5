package dev.latchkey.webauthn;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.RealmAttestation;
import java.time.Clock;
import java.util.Set;

/**
 * What the attestation of a new credential is held to.
 *
 * @param demand the realm's
 * @param trust to whose certificates a statement has to lead, where the realm requires one
 * @param clock by which certificates are valid
 */
public record AttestationPolicy(RealmAttestation demand, AttestationTrust trust, Clock clock) {

    /** Every sound statement will do, also none. */
    public static final AttestationPolicy NOTHING_REQUIRED =
            new AttestationPolicy(RealmAttestation.NONE, authenticator -> Set.of(), Clock.systemUTC());
}
