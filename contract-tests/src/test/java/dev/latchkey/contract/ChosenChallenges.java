package dev.latchkey.contract;

import dev.latchkey.testkit.Bytes;
import java.security.SecureRandom;
import java.util.Optional;

/** Randomness whose next 32 bytes a test may choose, which are a challenge's. Everything else stays random. */
final class ChosenChallenges extends SecureRandom {
    private static final long serialVersionUID = 1L;
    static final int CHALLENGE_BYTES = 32;

    private transient Optional<byte[]> next = Optional.empty();

    synchronized void next(Bytes challenge) {
        next = Optional.of(challenge.toArray());
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        if (bytes.length == CHALLENGE_BYTES && next.isPresent()) {
            System.arraycopy(next.get(), 0, bytes, 0, CHALLENGE_BYTES);
            next = Optional.empty();
        } else {
            super.nextBytes(bytes);
        }
    }
}
