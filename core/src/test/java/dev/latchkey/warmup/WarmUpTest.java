package dev.latchkey.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogCapture;
import dev.latchkey.TestStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread of the warm-up: it ends, and nobody hears of its failures. */
@Timeout(20)
class WarmUpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LogCapture capture = LogCapture.withWarmUp();

    @AfterEach
    void stopCapturing() {
        capture.close();
    }

    @Test
    void closeLetsAStepEndAndBeginsNoFurtherOne() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean next = new AtomicBoolean();
        WarmUp warmUp = new WarmUp(
                        List.of(
                                () -> {
                                    begun.countDown();
                                    await(closing);
                                    ended.set(true);
                                },
                                () -> next.set(true)),
                        PATIENCE)
                .started();
        begun.await();
        Thread closer = new Thread(warmUp::close);
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        closing.countDown();
        closer.join();

        assertThat(warmUp.isRunning()).isFalse();
        assertThat(ended).isTrue();
        assertThat(next).isFalse();
    }

    @Test
    void closeInterruptsAStepThatLasts() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        WarmUp warmUp = new WarmUp(
                        List.of(() -> {
                            begun.countDown();
                            await(new CountDownLatch(1));
                        }),
                        Duration.ofMillis(20))
                .started();
        begun.await();

        warmUp.close();

        assertThat(warmUp.isRunning()).isFalse();
    }

    @Test
    void failureIsALineForThoseWhoDebug() throws InterruptedException {
        AtomicBoolean next = new AtomicBoolean();
        WarmUp warmUp = new WarmUp(
                        List.of(
                                () -> WarmUp.ask(TestStorage.failing("no driver"), Instant.EPOCH),
                                () -> next.set(true)),
                        PATIENCE)
                .started();

        warmUp.await();

        assertThat(capture.lines()).containsExactly("event=warm_up_failed");
        assertThat(capture.levels()).containsExactly(Level.FINE);
        assertThat(next).isFalse();
    }

    @Test
    void missingClassIsNoMoreThanThatEither() throws InterruptedException {
        WarmUp warmUp = new WarmUp(
                        List.of(() -> {
                            throw new NoClassDefFoundError("org/example/Gone");
                        }),
                        PATIENCE)
                .started();

        warmUp.await();

        assertThat(capture.levels()).containsExactly(Level.FINE);
    }

    @Test
    void storageIsAskedInOneTransactionThatFindsAndChangesNothing() {
        CountedStorage storage = new CountedStorage();

        WarmUp.ask(storage, Instant.EPOCH);

        assertThat(storage.transactions()).containsExactly(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
