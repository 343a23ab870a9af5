package dev.latchkey.token;

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
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.StorageUnavailableException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Signing keys that nodes share, while time goes by. */
class SigningKeysTest {
    private static final Duration PERIOD = Duration.ofDays(90);
    private static final Duration DELAY = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofHours(3);

    private final SharedKeys shared = new SharedKeys();
    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    @Test
    void nextKeyIsPublishedAtOnceAndSignsAfterTheDelay() {
        SigningKeys keys = node(ES256);
        assertThat(ids(keys)).containsExactlyInAnyOrder("RS256-1", "ES256-1");
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");

        advance(PERIOD);
        assertThat(ids(keys)).containsExactlyInAnyOrder("RS256-1", "ES256-1", "RS256-2", "ES256-2");
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");

        advance(DELAY);
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-2");
        assertThat(keys.current(RS256).id()).isEqualTo("RS256-2");
    }

    @Test
    void formerKeyVerifiesUntilItsTokensHaveExpiredAndIsThenDeleted() {
        SigningKeys keys = node(ES256);
        keys.all();
        advance(PERIOD);
        keys.all();
        advance(DELAY.plus(LIFETIME));
        assertThat(keys.find("ES256-1")).isPresent();

        advance(Duration.ofMinutes(5));

        assertThat(ids(keys)).containsExactlyInAnyOrder("RS256-2", "ES256-2");
        assertThat(ids(node(ES256))).containsExactlyInAnyOrder("RS256-2", "ES256-2");
        advance(PERIOD);
        assertThat(ids(keys)).contains("RS256-3", "ES256-3");
    }

    @Test
    void oneThreadReadsWhileTheOthersGoOn() throws Exception {
        SigningKeys keys = node(ES256);
        List<String> old = ids(keys);
        node(ES256).rotate();
        advance(KeySettings.RELOAD_INTERVAL);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            shared.shut();
            Future<List<String>> reader = thread.submit(() -> ids(keys));
            shared.awaitVisitor();

            assertThat(ids(keys)).isEqualTo(old);
            assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
            assertThat(reader).isNotDone();

            shared.open();
            assertThat(reader.get(20, TimeUnit.SECONDS)).hasSize(4);
        } finally {
            shared.open();
            thread.shutdownNow();
        }
    }

    @Test
    void whateverAThreadDidOthersMayReadThereafter() throws Exception {
        SigningKeys keys = node(ES256);
        List<Runnable> whatAThreadDoes = List.of(
                keys::requireUsable,
                keys::rotate,
                () -> keys.find("unknown"),
                () -> readAfter(keys, DELAY.dividedBy(2)));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            for (Runnable done : whatAThreadDoes) {
                done.run();
                other.submit(keys::rotate).get(20, TimeUnit.SECONDS);
            }
        } finally {
            other.shutdownNow();
        }
    }

    private void readAfter(SigningKeys keys, Duration time) {
        advance(time);
        keys.all();
    }

    @Test
    void keyThatNobodyKnowsIsLookedForAtOnceButNotAtEveryRequest() {
        SigningKeys here = node(ES256);
        SigningKeys there = node(ES256);
        here.all();
        there.rotate();
        assertThat(here.find("ES256-2")).isPresent();
        shared.takeTransactions();

        for (int i = 0; i < 100; i++) {
            assertThat(here.find("ES256-" + (1000 + i))).isEmpty();
        }
        assertThat(shared.takeTransactions()).isZero();

        there.rotate();
        advance(Duration.ofSeconds(5));
        assertThat(here.find("ES256-3")).isPresent();
    }

    @Test
    void listThatCannotBeReadStaysInUseButSignsNoLongerThanTheDelay() {
        SigningKeys keys = node(ES256);
        List<String> old = ids(keys);

        shared.breakDown();
        advance(DELAY.minusNanos(1));
        assertThat(ids(keys)).isEqualTo(old);
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
        assertThat(keys.find("unknown")).isEmpty();

        advance(Duration.ofNanos(1));
        assertThat(ids(keys)).isEqualTo(old);
        assertThatThrownBy(() -> keys.current(ES256)).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(keys::requireUsable).isInstanceOf(StorageUnavailableException.class);

        shared.open();
        advance(Duration.ofSeconds(1));
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
    }

    @Test
    void nodeThatSleptWhileKeysWereRotatedSignsWithTheNewOne() {
        SigningKeys sleeper = node(ES256);
        sleeper.all();
        node(ES256).rotate();

        advance(DELAY);

        assertThat(sleeper.current(ES256).id()).isEqualTo("ES256-2");
    }

    @Test
    void nodeThatFindsNoDatabaseReadsTheKeysWhenItIsThere() {
        SigningKeys keys = node(ES256);
        shared.breakDown();
        assertThatThrownBy(keys::all).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> keys.find("ES256-1")).isInstanceOf(StorageUnavailableException.class);

        shared.open();
        advance(Duration.ofSeconds(1));
        assertThat(keys.find("ES256-1")).isPresent();
    }

    @Test
    void formerAlgorithmVerifiesAfterAChangeAndTheNewOneSignsAtOnce() {
        node(ES256).all();
        SigningKeys changed = node(EDDSA);

        assertThat(changed.current(EDDSA).id()).isEqualTo("EdDSA-1");
        assertThat(changed.find("ES256-1")).isPresent();
        assertThat(ids(changed)).containsExactlyInAnyOrder("RS256-1", "ES256-1", "EdDSA-1");

        advance(PERIOD);
        changed.all();
        advance(DELAY.plus(LIFETIME).plus(Duration.ofMinutes(5)));
        assertThat(ids(changed)).containsExactlyInAnyOrder("RS256-2", "EdDSA-2");
    }

    @Test
    void onlyKeysThatAreNeededAreMade() {
        assertThat(ids(node(RS256))).containsExactly("RS256-1");
    }

    @Test
    void listIsReadAtMostOnceAMinute() {
        SigningKeys keys = node(ES256);
        keys.all();
        shared.takeTransactions();

        advance(KeySettings.RELOAD_INTERVAL.minusNanos(1));
        keys.all();
        keys.current(ES256);
        keys.find("ES256-1");
        assertThat(shared.takeTransactions()).isZero();

        advance(Duration.ofNanos(1));
        keys.all();
        keys.current(ES256);
        assertThat(shared.takeTransactions()).isEqualTo(1);
    }

    @Test
    void revokedKeysAreForgottenEverywhere() {
        SigningKeys keys = node(ES256);
        keys.all();
        advance(Duration.ofSeconds(1));
        keys.rotate();
        assertThat(ids(keys)).containsExactly("ES256-2", "RS256-2", "ES256-1", "RS256-1");

        advance(Duration.ofSeconds(1));
        keys.revoke();

        assertThat(ids(keys)).containsExactly("ES256-3", "RS256-3");
        assertThat(shared.findAll()).hasSize(2);
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-3");
    }

    @Test
    void keysThatAnotherNodeStoredFirstAreMadeAnew() {
        SigningKeys keys = node(RS256);
        shared.refuse(Conflict.KEY, Conflict.KEY, Conflict.KEY, Conflict.KEY);

        assertThat(ids(keys)).containsExactly("RS256-1");
    }

    @Test
    void keysThatAreRefusedTimeAndAgainAreAFault() {
        SigningKeys keys = node(RS256);
        shared.refuse(Conflict.KEY, Conflict.KEY, Conflict.KEY, Conflict.KEY, Conflict.KEY);

        assertThatThrownBy(keys::all).isInstanceOf(StorageConflictException.class);
    }

    @Test
    void otherConflictsAreNotTriedAgain() {
        SigningKeys keys = node(RS256);
        shared.refuse(Conflict.CREDENTIAL);

        assertThatThrownBy(keys::all).isInstanceOf(StorageConflictException.class);
        assertThat(shared.findAll()).isEmpty();
    }

    @Test
    void keysOfAnotherSecretAreNeitherUsedNorForgotten() {
        node(RS256).all();
        SigningKeys stranger = node(RS256, "a secret that none of the other nodes knows");

        assertThat(ids(stranger)).containsExactly("RS256-2");
        advance(PERIOD.plus(PERIOD));
        stranger.all();

        assertThat(ids(node(RS256))).contains("RS256-1");
    }

    private void advance(Duration by) {
        now = now.plus(by);
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
        return new SigningKeys(settings, tokens, Sealer.of(settings, new SecureRandom()), shared, clock);
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.all().stream().map(SigningKey::id).toList();
    }
}
