package dev.latchkey.token;

import dev.latchkey.config.KeySettings;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.KeyLife;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign tokens, or will, or still verify them, as this node last read them. Each has a {@link KeyLife}.
 *
 * <p>There is no thread: a request that finds the list older than {@link KeySettings#RELOAD_INTERVAL} reads it again, in a transaction of its
 * own, and the others meanwhile go on with the old one. So they do where it cannot be read, but nobody signs with a list that is older than
 * the activation delay, for its key may have had its time. Where there is no other list, whoever needs one waits for its {@linkplain Turns
 * turn}. Thread-safe.
 */
public final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** Between two readings for keys that a token names and nobody knows. */
    private static final Duration UNKNOWN_KEY_PAUSE = Duration.ofSeconds(5);

    private final KeySource source;
    private final KeyLife life;
    private final Clock clock;

    private final Turns turns;
    private volatile Snapshot latest = Snapshot.NONE;
    private volatile Instant due = Instant.MIN;
    private volatile Instant unknownKeyDue = Instant.MIN;
    private volatile boolean failing;

    public SigningKeys(KeySettings keys, TokenSettings tokens, Sealer sealer, Storage storage, Clock clock) {
        this.source = KeySource.of(keys, tokens, sealer, storage);
        this.life = KeyLife.of(keys, tokens);
        this.clock = clock;
        this.turns = new Turns(clock);
    }

    private record Snapshot(List<SigningKey> keys, Instant readAt) {
        static final Snapshot NONE = new Snapshot(List.of(), Instant.MIN);

        boolean isNone() {
            return keys.isEmpty();
        }

        List<String> ids() {
            return keys.stream().map(SigningKey::id).toList();
        }
    }

    /**
     * Every key that verifies, newest first.
     *
     * @throws dev.latchkey.storage.StorageUnavailableException if they were never read, and cannot be
     */
    public List<SigningKey> all() {
        if (isDue()) {
            turns.ifFree(() -> {
                if (isDue()) {
                    reload();
                }
            });
        }
        return latest.isNone() ? usable() : latest.keys();
    }

    /**
     * The key that signs.
     *
     * @throws dev.latchkey.storage.StorageUnavailableException as {@link #requireUsable()}
     */
    public SigningKey current(SigningAlgorithm algorithm) {
        return life.signing(usable(), algorithm, clock.instant())
                .orElseThrow(() -> new IllegalStateException("no signing key for " + algorithm));
    }

    /**
     * Makes sure that there are keys that may sign.
     *
     * @throws dev.latchkey.storage.StorageUnavailableException if they were not read for longer than the activation delay, and cannot be
     */
    public void requireUsable() {
        usable();
    }

    /** The key of that id. One that is not known may be another node's new one: then they are read again, though not at every such request. */
    public Optional<SigningKey> find(String id) {
        List<SigningKey> seen = all();
        Optional<SigningKey> known = find(id, seen);
        if (known.isPresent()) {
            return known;
        }
        readForUnknownKey(seen);
        return find(id, latest.keys());
    }

    /**
     * Makes new keys, which sign after the activation delay; the present ones live on as after any rotation.
     *
     * @throws IllegalStateException if the keys are those of a file
     * @throws dev.latchkey.storage.StorageUnavailableException if they cannot be stored
     */
    public void rotate() {
        renew(false);
    }

    /**
     * Makes new keys, which sign at once, and forgets all others.
     *
     * @throws IllegalStateException if the keys are those of a file
     * @throws dev.latchkey.storage.StorageUnavailableException if they cannot be stored
     */
    public void revoke() {
        renew(true);
    }

    private void renew(boolean dropOthers) {
        turns.afterAll(() -> {
            Instant now = clock.instant();
            accept(source.renew(now, dropOthers), now);
        });
    }

    private List<SigningKey> usable() {
        if (!latest.isNone()) {
            all();
        }
        if (isTooOldToSign()) {
            turns.inTurn(() -> {
                if (isTooOldToSign()) {
                    read();
                }
            });
        }
        return latest.keys();
    }

    private void readForUnknownKey(List<SigningKey> seen) {
        if (clock.instant().isBefore(unknownKeyDue) && !turns.areTaken()) {
            return;
        }
        try {
            turns.inTurn(() -> {
                Instant now = clock.instant();
                if (latest.keys() == seen && !now.isBefore(unknownKeyDue)) {
                    unknownKeyDue = now.plus(UNKNOWN_KEY_PAUSE);
                    reload();
                }
            });
        } catch (StorageUnavailableException e) {
            LOG.debug("event=signing_keys_not_read; nor was a key that is not known looked for", e);
        }
    }

    /** Reads, or stays with the list that there is, if there is one. */
    private void reload() {
        try {
            read();
        } catch (RuntimeException e) {
            if (latest.isNone()) {
                throw e;
            }
            due = clock.instant().plus(KeySettings.RELOAD_INTERVAL);
            if (!failing) {
                failing = true;
                LOG.warn("event=signing_keys_not_read; those of {} stay in use", latest.readAt(), e);
            }
        }
    }

    private void read() {
        Instant now = clock.instant();
        accept(turns.read(() -> source.read(now)), now);
    }

    private void accept(List<SigningKey> keys, Instant now) {
        Snapshot read = new Snapshot(List.copyOf(keys), now);
        if (failing || !read.ids().equals(latest.ids())) {
            LOG.info("event=signing_keys_read ids={}", read.ids());
        }
        failing = false;
        due = now.plus(KeySettings.RELOAD_INTERVAL);
        latest = read;
    }

    private boolean isDue() {
        return !clock.instant().isBefore(due);
    }

    private boolean isTooOldToSign() {
        return !clock.instant().isBefore(latest.readAt().plus(life.activationDelay()));
    }

    private static Optional<SigningKey> find(String id, List<SigningKey> keys) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
