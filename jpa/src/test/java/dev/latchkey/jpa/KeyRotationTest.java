package dev.latchkey.jpa;

import static dev.latchkey.config.SigningAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.token.SigningKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing keys that nodes share by a database, while time goes by. */
class KeyRotationTest {
    private static final Duration PERIOD = Duration.ofDays(90);
    private static final Duration RELOAD = KeySettings.RELOAD_INTERVAL;

    private final TestDatabase database = new TestDatabase("kit");
    private final MovableClock clock = new MovableClock();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void nodesThatPassByAtOnceMakeOneNextKey() throws InterruptedException {
        List<SigningKeys> nodes =
                IntStream.range(0, Race.THREADS).mapToObj(i -> node(ES256)).toList();
        nodes.forEach(SigningKeys::all);
        clock.advance(PERIOD);

        List<Object> found = Race.run(i -> publicKeys(nodes.get(i)));

        assertThat(found).hasSize(Race.THREADS).containsOnly(publicKeys(node(ES256)));
        assertThat(publicKeys(nodes.get(0))).hasSize(4);
    }

    @Test
    void listIsReadInOneStatementAndAtMostOnceAMinute() {
        SigningKeys keys = node(ES256);
        keys.all();
        database.sent.take();

        clock.advance(RELOAD.minusNanos(1));
        keys.all();
        keys.current(ES256);
        keys.find("ES256-1");
        assertThat(database.sent.take()).isEmpty();

        clock.advance(Duration.ofNanos(1));
        keys.all();
        keys.current(ES256);
        assertThat(database.sent.take()).hasSize(1);
    }

    @Test
    void revokedKeysAreGoneAndTheNewOnesSignAtOnce() {
        SigningKeys here = node(ES256);
        SigningKeys there = node(ES256);
        there.all();
        here.rotate();

        here.revoke();

        assertThat(ids(here)).containsExactlyInAnyOrder("RS256-3", "ES256-3");
        assertThat(here.current(ES256).id()).isEqualTo("ES256-3");
        assertThat(there.find("ES256-3")).isPresent();
        assertThat(there.find("ES256-1")).isEmpty();
        assertThat(there.current(ES256).id()).isEqualTo("ES256-3");
    }

    @Test
    void keysOfAnotherSecretAreLeftAlone() {
        node(ES256).all();
        SigningKeys stranger = node(ES256, "a secret that none of the other nodes knows");

        assertThat(ids(stranger)).containsExactlyInAnyOrder("RS256-2", "ES256-2");
        clock.advance(PERIOD.plus(PERIOD));
        stranger.all();

        assertThat(ids(node(ES256))).contains("RS256-1", "ES256-1");
    }

    private SigningKeys node(SigningAlgorithm algorithm) {
        return node(algorithm, "a secret that all these nodes share");
    }

    private SigningKeys node(SigningAlgorithm algorithm, String secret) {
        KeySettings settings = new KeySettings(
                Optional.of(secret), List.of(), Optional.empty(), Optional.of(PERIOD), Duration.ofHours(1));
        TokenSettings tokens = new TokenSettings(
                Duration.ofHours(3),
                Duration.ofHours(1),
                Duration.ofDays(15),
                Duration.ofDays(60),
                AccessTokenAlgorithm.of(algorithm));
        return new SigningKeys(settings, tokens, Sealer.of(settings, new SecureRandom()), database.storage(), clock);
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.all().stream().map(SigningKey::id).toList();
    }

    private static List<String> publicKeys(SigningKeys keys) {
        List<String> all = new ArrayList<>();
        keys.all().forEach(key -> all.add(key.id() + " " + key.publicKey()));
        all.sort(null);
        return all;
    }
}
