package dev.latchkey.ceremony;

import dev.latchkey.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what has expired, a small batch at a time, in the wake of a ceremony: once a minute and node, and sooner while batches come out full.
 * There is no scheduler and no thread. Thread-safe.
 */
final class Housekeeping {
    static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Storage storage;
    private final Clock clock;
    private final AtomicReference<Instant> due;

    Housekeeping(Storage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
        this.due = new AtomicReference<>(clock.instant().plus(PAUSE));
    }

    /** Purges one batch if it is time. What goes wrong is logged, for the ceremony before it has succeeded. */
    void tidy() {
        Instant now = clock.instant();
        Instant planned = due.get();
        if (now.isBefore(planned) || !due.compareAndSet(planned, now.plus(PAUSE))) {
            return;
        }
        try {
            if (storage.purgeExpired(now, BATCH) >= BATCH) {
                due.set(now);
            }
        } catch (RuntimeException e) {
            LOG.warn("event=purge_failed", e);
        }
    }
}
