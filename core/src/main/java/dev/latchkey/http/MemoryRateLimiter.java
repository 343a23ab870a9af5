package dev.latchkey.http;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.latchkey.config.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts in memory by the generic cell rate algorithm (ITU-T I.371, annex A): one time for each key, at which its next request would be due
 * if they came evenly. Keys that were not seen for the longest time are forgotten first, so that no number of addresses fills the heap.
 * Thread-safe.
 */
final class MemoryRateLimiter implements RateLimiter {
    static final int MAX_KEYS = 50_000;

    private static final long MAX_DELAY_NANOS = 60_000_000_000L;

    private final Cache<String, AtomicLong> due =
            CacheBuilder.newBuilder().maximumSize(MAX_KEYS).build();
    private final Clock clock;

    MemoryRateLimiter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Duration> take(String key, RateLimit limit) {
        long interval = Math.max(1, limit.period().toNanos() / limit.requests());
        long burst = interval * limit.requests();
        Instant instant = clock.instant();
        long now = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        AtomicLong ofKey = ofKey(key);
        while (true) {
            long known = ofKey.get();
            long next = (known < now || isOfAnotherTime(known, now, burst) ? now : known) + interval;
            if (next - now > burst) {
                return Optional.of(Duration.ofNanos(next - now - burst));
            }
            if (ofKey.compareAndSet(known, next)) {
                return Optional.empty();
            }
        }
    }

    /** Nothing is due later than that, unless the clock was set back, or another thread read it later and was here first. */
    private static boolean isOfAnotherTime(long known, long now, long burst) {
        return known - now > burst + MAX_DELAY_NANOS;
    }

    private AtomicLong ofKey(String key) {
        try {
            return due.get(key, AtomicLong::new);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many keys are remembered. */
    long keys() {
        return due.size();
    }
}
