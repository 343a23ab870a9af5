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
 * @param policy of every ceremony
 */
public record Expectation(
        Bytes challenge, String rpId, Set<String> origins, boolean userVerificationRequired, CeremonySettings policy) {

    public Expectation {
        origins = Set.copyOf(origins);
    }
}
