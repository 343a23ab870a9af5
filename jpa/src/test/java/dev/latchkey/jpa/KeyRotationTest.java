package dev.latchkey.jpa;

import static dev.latchkey.config.SigningAlgorithm.EDDSA;
import static dev.latchkey.config.SigningAlgorithm.ES256;
import static dev.latchkey.config.SigningAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.token.SigningKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing keys that nodes share by a database, while time goes by. */
class KeyRotationTest {
    private static final Duration PERIOD = Duration.ofDays(90);
    private static final Duration DELAY = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofHours(3);
    private static final Duration RELOAD = KeySettings.RELOAD_INTERVAL;

    private final TestDatabase database = new TestDatabase("kit");
    private final GatedStorage storage = new GatedStorage(database.storage());
    private final MovableClock clock = new MovableClock();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void nextKeyIsPublishedAtOnceAndSignsAfterTheDelay() {
        SigningKeys keys = node(ES256);
        assertThat(ids(keys)).containsExactlyInAnyOrder("RS256-1", "ES256-1");
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");

        clock.advance(PERIOD);
        assertThat(ids(keys)).containsExactlyInAnyOrder("RS256-1", "ES256-1", "RS256-2", "ES256-2");
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");

        clock.advance(DELAY);
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-2");
        assertThat(keys.current(RS256).id()).isEqualTo("RS256-2");
    }

    @Test
    void formerKeyVerifiesUntilItsTokensHaveExpiredAndIsThenDeleted() {
        SigningKeys keys = node(ES256);
        keys.all();
        clock.advance(PERIOD);
        keys.all();
        clock.advance(DELAY.plus(LIFETIME));
        assertThat(keys.find("ES256-1")).isPresent();

        clock.advance(Duration.ofMinutes(5));

        assertThat(ids(keys)).containsExactlyInAnyOrder("RS256-2", "ES256-2");
        assertThat(ids(node(ES256))).containsExactlyInAnyOrder("RS256-2", "ES256-2");
        clock.advance(PERIOD);
        assertThat(ids(keys)).contains("RS256-3", "ES256-3");
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
    void oneThreadReadsWhileTheOthersGoOn() throws Exception {
        SigningKeys keys = node(ES256);
        List<String> old = ids(keys);
        node(ES256).rotate();
        clock.advance(RELOAD);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            storage.shut();
            Future<List<String>> reader = thread.submit(() -> ids(keys));
            storage.awaitVisitor();

            assertThat(ids(keys)).isEqualTo(old);
            assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
            assertThat(reader).isNotDone();

            storage.open();
            assertThat(reader.get(20, TimeUnit.SECONDS)).hasSize(4);
        } finally {
            storage.open();
            thread.shutdownNow();
        }
    }

    @Test
    void keyThatNobodyKnowsIsLookedForAtOnceButNotAtEveryRequest() {
        SigningKeys here = node(ES256);
        SigningKeys there = node(ES256);
        here.all();
        there.rotate();
        assertThat(here.find("ES256-2")).isPresent();
        database.sent.take();

        for (int i = 0; i < 100; i++) {
            assertThat(here.find("ES256-" + (1000 + i))).isEmpty();
        }
        assertThat(database.sent.take()).isEmpty();

        there.rotate();
        clock.advance(Duration.ofSeconds(5));
        assertThat(here.find("ES256-3")).isPresent();
    }

    @Test
    void listThatCannotBeReadStaysInUseButSignsNoLongerThanTheDelay() {
        SigningKeys keys = node(ES256);
        List<String> old = ids(keys);

        storage.breakDown();
        clock.advance(DELAY.minusNanos(1));
        assertThat(ids(keys)).isEqualTo(old);
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
        assertThat(keys.find("unknown")).isEmpty();

        clock.advance(Duration.ofNanos(1));
        assertThat(ids(keys)).isEqualTo(old);
        assertThatThrownBy(() -> keys.current(ES256)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(keys::requireUsable).isInstanceOf(StorageUnavailableException.class);

        storage.open();
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
    }

    @Test
    void nodeThatSleptWhileKeysWereRotatedSignsWithTheNewOne() {
        SigningKeys sleeper = node(ES256);
        sleeper.all();
        node(ES256).rotate();

        clock.advance(DELAY);

        assertThat(sleeper.current(ES256).id()).isEqualTo("ES256-2");
    }

    @Test
    void nodeThatFindsNoDatabaseReadsTheKeysWhenItIsThere() {
        SigningKeys keys = node(ES256);
        storage.breakDown();
        assertThatThrownBy(keys::all).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> keys.find("ES256-1")).isInstanceOf(StorageUnavailableException.class);

        storage.open();
        assertThat(keys.find("ES256-1")).isPresent();
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

    @Test
    void formerAlgorithmVerifiesAfterAChangeAndTheNewOneSignsAtOnce() {
        node(ES256).all();
        SigningKeys changed = node(EDDSA);

        assertThat(changed.current(EDDSA).id()).isEqualTo("EdDSA-1");
        assertThat(changed.find("ES256-1")).isPresent();
        assertThat(ids(changed)).containsExactlyInAnyOrder("RS256-1", "ES256-1", "EdDSA-1");

        clock.advance(PERIOD);
        changed.all();
        clock.advance(DELAY.plus(LIFETIME).plus(Duration.ofMinutes(5)));
        assertThat(ids(changed)).containsExactlyInAnyOrder("RS256-2", "EdDSA-2");
    }

    @Test
    void onlyKeysThatAreNeededAreMade() {
        assertThat(ids(node(RS256))).containsExactly("RS256-1");
    }

    private SigningKeys node(SigningAlgorithm algorithm) {
        return node(algorithm, "a secret that all these nodes share");
    }

    private SigningKeys node(SigningAlgorithm algorithm, String secret) {
        KeySettings settings =
                new KeySettings(Optional.of(secret), List.of(), Optional.empty(), Optional.of(PERIOD), DELAY);
        TokenSettings tokens = new TokenSettings(
                LIFETIME,
                Duration.ofHours(1),
                Duration.ofDays(15),
                Duration.ofDays(60),
                AccessTokenAlgorithm.of(algorithm));
        return new SigningKeys(settings, tokens, Sealer.of(settings, new SecureRandom()), storage, clock);
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
