package dev.latchkey.dpop;

import dev.latchkey.config.DpopSettings;
import dev.latchkey.keys.Sealer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;

/**
 * Nonces that no node remembers and every node knows: the time of their making, sealed (RFC 9449 §8). Each serves many proofs, until it has
 * grown old. Thread-safe.
 */
final class Nonces {
    private static final String PURPOSE = "dpop-nonce";
    private static final int MAX_CHARS = 100;

    private final DpopSettings settings;
    private final Sealer sealer;
    private final Clock clock;

    Nonces(DpopSettings settings, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
    }

    String fresh() {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(clock.millis()).array();
        return sealer.seal(PURPOSE, time);
    }

    /** Whether one of our nodes made it, and not too long ago. */
    boolean accepts(String nonce) {
        return nonce.length() <= MAX_CHARS
                && sealer.open(PURPOSE, nonce)
                        .map(time -> Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong()))
                        .filter(made -> clock.instant().isBefore(made.plus(settings.nonceLifetime())))
                        .isPresent();
    }
}
