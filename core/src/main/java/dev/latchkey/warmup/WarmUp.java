package dev.latchkey.warmup;

import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a rehearsal once for each class loader of the kit, in one daemon thread that ends by itself. Whatever goes wrong in it is a line in
 * the log at the level debug. Thread-safe.
 */
public final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final String NAME = "latchkey-warm-up";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int RANDOM_BYTES = 16;
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private final List<Runnable> steps;
    private final Duration patience;
    private final Thread thread;
    private volatile boolean ended;

    WarmUp(List<Runnable> steps, Duration patience) {
        this.steps = List.copyOf(steps);
        this.patience = patience;
        thread = new Thread(null, this::run, NAME, 0, false);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.setDaemon(true);
    }

    /** One that has nothing to do. */
    public static WarmUp none() {
        return new WarmUp(List.of(), PATIENCE);
    }

    /**
     * Starts it, unless the code of this class loader is warm already.
     *
     * @param storage asked in one transaction, which changes nothing
     */
    public static WarmUp start(Rehearsal rehearsal, Storage storage, Clock clock) {
        if (!DONE.compareAndSet(false, true)) {
            return none();
        }
        return new WarmUp(List.of(rehearsal::signUp, () -> ask(storage, clock.instant()), rehearsal::signIn), PATIENCE)
                .started();
    }

    /**
     * Loads what the persistence provider needs for a sign-in: in one transaction, looks for a passkey that nobody has, and records the use
     * of one, which changes no row.
     */
    static void ask(Storage storage, Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Bytes nobodys = Bytes.of(random);
        PasskeyUse use = new PasskeyUse(Passkey.newId(nobodys), 0, BackupState.BACKED_UP, now);
        storage.inTransaction(work -> {
            boolean found = work.passkeys().findByCredentialId(nobodys).isPresent();
            return found || work.passkeys().recordUse(use);
        });
    }

    WarmUp started() {
        thread.start();
        return this;
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    void await() throws InterruptedException {
        thread.join();
    }

    private void run() {
        long start = System.nanoTime();
        try {
            for (Runnable step : steps) {
                if (ended) {
                    return;
                }
                step.run();
            }
            LOG.debug(
                    "event=warmed_up millis={}",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("event=warm_up_failed", e);
        }
    }

    /**
     * Lets it do no further step and waits until it has ended. Only a step that lasts is interrupted, for some embedded databases close
     * their files when a thread is interrupted that reads them.
     */
    @Override
    public void close() {
        ended = true;
        try {
            thread.join(patience.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(patience.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
