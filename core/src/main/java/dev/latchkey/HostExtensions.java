package dev.latchkey;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.http.RateLimiter;
import java.util.List;
import java.util.Optional;

/**
 * What a host adds to a kit.
 *
 * @param listeners who else is told what happens
 * @param trusts whose attestation is trusted, besides what the configuration names
 * @param limiter what counts requests against the rate limits; empty to count in memory
 */
public record HostExtensions(
        List<PasskeyEvents> listeners, List<AttestationTrust> trusts, Optional<RateLimiter> limiter) {
    /** Copies the lists. */
    public HostExtensions {
        listeners = List.copyOf(listeners);
        trusts = List.copyOf(trusts);
    }
}
