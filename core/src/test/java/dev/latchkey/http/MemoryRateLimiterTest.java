package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryRateLimiterTest {
    private static final RateLimit SEVEN_A_MINUTE = new RateLimit(7, Duration.ofMinutes(1));

    private volatile Instant now = Instant.parse("2026-05-04T03:02:01Z");
    private final MemoryRateLimiter limiter = new MemoryRateLimiter(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 60", "600, 60", "999999, 1", "1000000, 3600"})
    void soManyPassAtOnceAndNotOneMore(int requests, int seconds) {
        RateLimit limit = new RateLimit(requests, Duration.ofSeconds(seconds));

        for (int i = 0; i < requests; i++) {
            assertThat(limiter.take("a", limit)).isEmpty();
        }
        assertThat(limiter.take("a", limit)).isPresent();
        assertThat(limiter.take("b", limit)).isEmpty();
    }

    @Test
    void requestsComeBackEvenlyAndRefusedOnesCostNothing() {
        for (int i = 0; i < 7; i++) {
            limiter.take("a", SEVEN_A_MINUTE);
        }
        Duration wait = limiter.take("a", SEVEN_A_MINUTE).orElseThrow();

        assertThat(wait).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9));
        assertThat(limiter.take("a", SEVEN_A_MINUTE)).hasValue(wait);
        now = now.plus(wait);
        assertThat(limiter.take("a", SEVEN_A_MINUTE)).isEmpty();
        assertThat(limiter.take("a", SEVEN_A_MINUTE)).isPresent();
    }

    @Test
    void clockThatIsSetBackLocksNobodyOut() {
        limiter.take("a", SEVEN_A_MINUTE);
        now = now.minus(Duration.ofDays(1));

        assertThat(limiter.take("a", SEVEN_A_MINUTE)).isEmpty();
    }

    @Test
    void requestThatReadTheClockBeforeOthersIsCountedWithThem() {
        for (int i = 0; i < 7; i++) {
            limiter.take("a", SEVEN_A_MINUTE);
        }
        now = now.minusMillis(1);

        assertThat(limiter.take("a", SEVEN_A_MINUTE)).isPresent();
    }

    @Test
    void manyAtOnceAreCountedExactly() throws Exception {
        int threads = 16;
        int each = 500;
        RateLimit limit = new RateLimit(1234, Duration.ofMinutes(1));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Future<Integer>> passed = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                passed.add(executor.submit(() -> {
                    start.await();
                    int count = 0;
                    for (int i = 0; i < each; i++) {
                        count += limiter.take("a", limit).isEmpty() ? 1 : 0;
                    }
                    return count;
                }));
            }
            int sum = 0;
            for (Future<Integer> count : passed) {
                sum += count.get();
            }
            assertThat(sum).isEqualTo(1234);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anyNumberOfAddressesTakesBoundedMemory() {
        for (int i = 0; i < 4 * MemoryRateLimiter.MAX_KEYS; i++) {
            limiter.take("address/2001:db8:" + Integer.toHexString(i) + "::/64", SEVEN_A_MINUTE);
        }

        assertThat(limiter.keys()).isLessThanOrEqualTo(MemoryRateLimiter.MAX_KEYS);
    }
}
