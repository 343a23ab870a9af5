package dev.latchkey.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.DpopSettings;
import dev.latchkey.config.KeySettings;
import dev.latchkey.keys.Sealer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoncesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final DpopSettings SETTINGS =
            new DpopSettings(Duration.ofMinutes(1), Duration.ofSeconds(30), true, LIFETIME);
    private static final String SECRET = "a secret that these tests alone know";

    @Test
    void nonceOfOneNodeIsAcceptedByAnotherUntilItsTimeIsOver() {
        String nonce = node(NOW, SECRET).fresh();

        assertThat(node(NOW, SECRET).accepts(nonce)).isTrue();
        assertThat(node(NOW.plus(LIFETIME).minusMillis(1), SECRET).accepts(nonce))
                .isTrue();
        assertThat(node(NOW.plus(LIFETIME), SECRET).accepts(nonce)).isFalse();
    }

    @Test
    void nonceThatNobodyOfUsMadeIsRefused() {
        String foreign = node(NOW, "a secret of somebody else, as long as ours").fresh();
        String ours = node(NOW, SECRET).fresh();
        Sealer sealer = sealer(SECRET);

        assertThat(List.of("", "x", foreign, ours + "A", "B" + ours.substring(1), "x".repeat(5000)))
                .noneMatch(node(NOW, SECRET)::accepts);
        assertThat(node(NOW, SECRET).accepts(sealer.seal("auth-session", new byte[8])))
                .as("sealed for another purpose")
                .isFalse();
    }

    /** "The syntax … uses nonce = 1*NQCHAR" (RFC 9449 §8.1). */
    @Test
    void nonceIsUnpredictableAndFitsAHeader() {
        Nonces node = node(NOW, SECRET);

        assertThat(node.fresh()).matches("[A-Za-z0-9_-]{50,80}").isNotEqualTo(node.fresh());
    }

    private static Nonces node(Instant now, String secret) {
        return new Nonces(SETTINGS, sealer(secret), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Sealer sealer(String secret) {
        return Sealer.of(new KeySettings(Optional.of(secret), List.of(), Optional.empty()), new SecureRandom());
    }
}
