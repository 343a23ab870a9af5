package dev.latchkey.webauthn;

import dev.latchkey.config.CeremonySettings;
import dev.latchkey.passkey.Bytes;
import java.util.Set;

/**
 * What an answer is held to: everything that was sent to the browser, checked again.
 *
 * @param challenge the challenge that was given out
 * @param rpId the relying party
 * @param origins the only origins that may have made the answer
 * @param userVerificationRequired whether the UV flag must be set
 * @param userPresenceRequired whether the UP flag must be set
 * @param policy of every ceremony
 */
public record Expectation(
        Bytes challenge,
        String rpId,
        Set<String> origins,
        boolean userVerificationRequired,
        boolean userPresenceRequired,
        CeremonySettings policy) {

    public Expectation {
        origins = Set.copyOf(origins);
    }

    /** As every ceremony but a conditional create is held to: somebody has to be there. */
    public Expectation(
            Bytes challenge,
            String rpId,
            Set<String> origins,
            boolean userVerificationRequired,
            CeremonySettings policy) {
        this(challenge, rpId, origins, userVerificationRequired, true, policy);
    }

    /** The same for a conditional create: nobody need be there, or be verified (W3C WebAuthn Level 3 §7.1, steps 15 and 16). */
    public Expectation ofConditionalCreate() {
        return new Expectation(challenge, rpId, origins, false, false, policy);
    }
}
