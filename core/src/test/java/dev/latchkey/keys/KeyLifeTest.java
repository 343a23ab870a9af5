package dev.latchkey.keys;

import static dev.latchkey.config.SigningAlgorithm.EDDSA;
import static dev.latchkey.config.SigningAlgorithm.ES256;
import static dev.latchkey.config.SigningAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.SigningAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyLifeTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(90);
    private static final Duration DELAY = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofHours(10);
    private static final Duration TICK = Duration.ofNanos(1);

    private final KeyLife life = new KeyLife(Set.of(RS256, ES256), Optional.of(PERIOD), DELAY, LIFETIME);
    private final KeyLife withoutPeriod = new KeyLife(Set.of(RS256, ES256), Optional.empty(), DELAY, LIFETIME);
    private final SigningKey first = key(ES256, START);
    private final SigningKey second = key(ES256, START.plus(PERIOD));

    @Test
    void firstKeySignsAtOnce() {
        assertThat(life.signing(List.of(first), ES256, START)).hasValue(first);
        assertThat(life.signing(List.of(first), RS256, START)).isEmpty();
    }

    @Test
    void nextKeySignsAfterTheActivationDelay() {
        List<SigningKey> keys = List.of(second, first);
        Instant active = second.createdAt().plus(DELAY);

        assertThat(life.signing(keys, ES256, second.createdAt())).hasValue(first);
        assertThat(life.signing(keys, ES256, active.minus(TICK))).hasValue(first);
        assertThat(life.signing(keys, ES256, active)).hasValue(second);
    }

    @Test
    void newestOfSeveralThatMaySignDoes() {
        SigningKey third = key(ES256, second.createdAt().plusSeconds(1));
        Instant active = third.createdAt().plus(DELAY);

        assertThat(life.signing(List.of(first, third, second), ES256, active.minus(TICK)))
                .hasValue(second);
        assertThat(life.signing(List.of(first, third, second), ES256, active)).hasValue(third);
    }

    @Test
    void keyIsDueWhereThereIsNoneAndAfterThePeriod() {
        Instant end = START.plus(PERIOD);
        List<SigningKey> keys = List.of(first, key(RS256, START.plusSeconds(1)));

        assertThat(life.due(List.of(), START)).containsExactly(RS256, ES256);
        assertThat(life.due(keys, end.minus(TICK))).isEmpty();
        assertThat(life.due(keys, end)).containsExactly(ES256);
        assertThat(life.due(List.of(first, second, keys.get(1)), end)).isEmpty();
    }

    @Test
    void withoutPeriodNoKeyIsDueButTheFirst() {
        assertThat(withoutPeriod.due(List.of(first), START.plus(PERIOD).plus(PERIOD)))
                .containsExactly(RS256);
    }

    @Test
    void keyEndsWhenTheLastTokenThatItSignedHasExpired() {
        Instant lastExpiry = second.createdAt().plus(DELAY).plus(LIFETIME);
        Instant end = lastExpiry.plus(KeyLife.LEEWAY);

        assertThat(life.ended(List.of(second, first), lastExpiry)).isEmpty();
        assertThat(life.ended(List.of(second, first), end.minus(TICK))).isEmpty();
        assertThat(life.ended(List.of(second, first), end)).containsExactly(first);
    }

    @Test
    void newestKeyOfAnAlgorithmInUseNeverEnds() {
        assertThat(life.ended(List.of(first), START.plus(Duration.ofDays(3650))))
                .isEmpty();
    }

    @Test
    void keyOfAnAlgorithmThatIsNoLongerUsedEndsAsIfItHadBeenFollowed() {
        SigningKey unused = key(EDDSA, START);
        Instant end = START.plus(PERIOD).plus(DELAY).plus(LIFETIME).plus(KeyLife.LEEWAY);

        assertThat(life.due(List.of(unused), end)).containsExactly(RS256, ES256);
        assertThat(life.ended(List.of(unused), end.minus(TICK))).isEmpty();
        assertThat(life.ended(List.of(unused), end)).containsExactly(unused);
        assertThat(withoutPeriod.ended(List.of(unused), end)).isEmpty();
    }

    private static SigningKey key(SigningAlgorithm algorithm, Instant createdAt) {
        SigningAlgorithm quick = EDDSA;
        SigningKey made = SigningKey.generate(algorithm + "-" + createdAt, quick, createdAt);
        return new SigningKey(made.id(), algorithm, made.privateKey(), made.publicKey(), createdAt);
    }
}
