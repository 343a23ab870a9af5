package dev.latchkey.ceremony;

import dev.latchkey.dpop.Proof;
import dev.latchkey.event.Refusal;
import dev.latchkey.storage.SpentSessions;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;

/** Every proof of possession serves once, on whichever node (RFC 9449 §11.1): its use is recorded in the transaction that it serves. */
final class UsedProofs {
    private static final String PREFIX = "dpop.";

    private UsedProofs() {}

    /** @throws CeremonyException if it was used before */
    static void record(Proof proof, UnitOfWork work) {
        try {
            work.spentSessions()
                    .record(PREFIX + proof.id(), proof.acceptedUntil().plus(SpentSessions.CLOCK_SKEW));
        } catch (StorageConflictException e) {
            throw new CeremonyException(Refusal.PROOF, "the DPoP proof was used before", e);
        }
    }
}
