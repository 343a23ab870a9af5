package dev.latchkey.token;

import static dev.latchkey.config.SigningAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.Sealer;
import dev.latchkey.storage.StorageUnavailableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing keys in a database that takes its time to say that it cannot be reached. */
class UnreadKeysTest {
    private static final int THREADS = 8;
    private static final Duration DELAY = Duration.ofHours(1);

    private final SharedKeys shared = new SharedKeys();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private volatile Duration step = Duration.ZERO;
    private final InstantSource time = () -> now = now.plus(step);
    private final SigningKeys keys = keys();

    @AfterEach
    void stop() {
        shared.letIn();
        threads.shutdownNow();
    }

    @Test
    void requestsThatWaitBehindAReadThatFailsShareItsFailure() throws Exception {
        List<Future<?>> requests = startBehindAReadThatFails(THREADS);

        shared.letIn();

        for (Future<?> request : requests) {
            assertUnavailable(request);
        }
        assertThat(shared.takeVisits()).isEqualTo(1);
    }

    @Test
    void requestThatGoesOnLongAfterTheFailureSharesIt() throws Exception {
        List<Future<?>> requests = startBehindAReadThatFails(2);
        step = Duration.ofMinutes(1);

        shared.letIn();

        for (Future<?> request : requests) {
            assertUnavailable(request);
        }
        assertThat(shared.takeVisits()).isEqualTo(1);
    }

    @Test
    void readThatFailedIsTriedAgainAfterASecond() {
        shared.breakDown();
        assertUnavailable(keys::requireUsable);
        shared.open();

        advance(Duration.ofSeconds(1).minusNanos(1));
        assertUnavailable(keys::requireUsable);
        assertUnavailable(keys::all);
        assertThat(shared.takeVisits()).isEqualTo(1);

        advance(Duration.ofNanos(1));
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
    }

    @Test
    void clockThatIsSetBackDoesNotPutTheNextTryOff() {
        shared.breakDown();
        assertUnavailable(keys::requireUsable);
        shared.open();

        advance(Duration.ofHours(-1));

        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
    }

    @Test
    void nobodyWaitsForLongWhileAReadThatFailedIsTriedAgain() throws Exception {
        shared.breakDown();
        assertUnavailable(keys::requireUsable);
        advance(Duration.ofSeconds(1));
        shared.shut();
        Future<?> reader = threads.submit(keys::requireUsable);
        shared.awaitVisitor();

        assertUnavailable(threads.submit(keys::requireUsable));
        assertUnavailable(threads.submit(keys::all));
        assertThat(reader.isDone()).isFalse();

        shared.open();
        reader.get(20, TimeUnit.SECONDS);
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
    }

    @Test
    void keysThatMaySignDoSoWhileTheyCannotBeReadAndNobodyWaitsForUnknownOnes() throws Exception {
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
        shared.breakDown();
        advance(DELAY.minusSeconds(10));
        assertThat(keys.current(ES256).id()).isEqualTo("ES256-1");
        advance(Duration.ofSeconds(9));
        shared.shut();
        Future<?> reader = threads.submit(() -> keys.find("unknown"));
        shared.awaitVisitor();

        assertThat(threads.submit(() -> keys.current(ES256).id()).get(20, TimeUnit.SECONDS))
                .isEqualTo("ES256-1");
        assertThat(threads.submit(() -> keys.find("unknown, too")).get(20, TimeUnit.SECONDS))
                .isEmpty();
        assertThat(reader.isDone()).isFalse();
    }

    /** The first of them reads, and the others have had time enough to come and wait. */
    private List<Future<?>> startBehindAReadThatFails(int requests) throws InterruptedException {
        shared.breakDown();
        shared.shut();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            running.add(threads.submit(i % 2 == 0 ? keys::requireUsable : keys::all));
        }
        shared.awaitVisitor();
        Thread.sleep(200);
        return running;
    }

    private static void assertUnavailable(Future<?> request) {
        assertThatThrownBy(() -> request.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StorageUnavailableException.class);
    }

    private static void assertUnavailable(ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(StorageUnavailableException.class);
    }

    private void advance(Duration by) {
        now = now.plus(by);
    }

    private SigningKeys keys() {
        KeySettings settings = new KeySettings(
                Optional.of("a secret that all these nodes share"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                DELAY);
        TokenSettings tokens = new TokenSettings(
                Duration.ofHours(3),
                Duration.ofHours(1),
                Duration.ofDays(15),
                Duration.ofDays(60),
                AccessTokenAlgorithm.of(ES256));
        return new SigningKeys(
                settings, tokens, Sealer.of(settings, new SecureRandom()), shared, time.withZone(ZoneOffset.UTC));
    }
}
