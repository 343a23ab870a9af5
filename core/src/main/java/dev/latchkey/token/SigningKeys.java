package dev.latchkey.token;

import dev.latchkey.config.KeySettings;
import dev.latchkey.keys.KeyWrapping;
import dev.latchkey.keys.KeystoreFile;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningAlgorithm;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.keys.StoredKey;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.KeyStore;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageConflictException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign tokens: from a PKCS12 file; else from the database, made there by whichever node comes first; else, without a secret to
 * wrap them, made for this process alone. Loaded once, at first use. Thread-safe.
 */
public final class SigningKeys {
    private final KeySettings settings;
    private final KeyWrapping wrapping;
    private final Storage storage;
    private final Clock clock;
    private volatile @Nullable List<SigningKey> loaded;

    public SigningKeys(KeySettings settings, Sealer sealer, Storage storage, Clock clock) {
        this.settings = settings;
        this.wrapping = new KeyWrapping(sealer);
        this.storage = storage;
        this.clock = clock;
    }

    /** Every key that verifies, newest first. */
    public List<SigningKey> all() {
        List<SigningKey> keys = loaded;
        return keys != null ? keys : load();
    }

    /** The key that signs. */
    public SigningKey current(SigningAlgorithm algorithm) {
        return find(all(), algorithm).orElseThrow(() -> new IllegalStateException("no signing key for " + algorithm));
    }

    private synchronized List<SigningKey> load() {
        List<SigningKey> keys = loaded;
        if (keys == null) {
            keys = List.copyOf(settings.keystore().map(KeystoreFile::read).orElseGet(this::withoutKeystore));
            loaded = keys;
        }
        return keys;
    }

    private List<SigningKey> withoutKeystore() {
        if (settings.secret().isEmpty()) {
            return Arrays.stream(SigningAlgorithm.values()).map(this::generate).toList();
        }
        try {
            return storage.inTransaction(work -> stored(work.keys()));
        } catch (StorageConflictException e) {
            if (e.conflict() != Conflict.KEY) {
                throw e;
            }
            return storage.inTransaction(work -> stored(work.keys()));
        }
    }

    private List<SigningKey> stored(KeyStore store) {
        List<StoredKey> found = store.findAll();
        List<SigningKey> keys = new ArrayList<>();
        for (StoredKey key : found) {
            wrapping.unwrap(key).ifPresent(keys::add);
        }
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            if (find(keys, algorithm).isEmpty()) {
                SigningKey made = generate(algorithm).withId(nextId(algorithm, found));
                store.add(wrapping.wrap(made));
                keys.add(made);
            }
        }
        return keys;
    }

    /** The same id on every node that finds the same keys, so that only one of those that start at once makes the next. */
    private static String nextId(SigningAlgorithm algorithm, List<StoredKey> found) {
        long before = found.stream()
                .filter(key -> key.algorithm().equals(algorithm.name()))
                .count();
        return algorithm + "-" + (before + 1);
    }

    private SigningKey generate(SigningAlgorithm algorithm) {
        return SigningKey.generate(algorithm, clock.instant());
    }

    private static Optional<SigningKey> find(List<SigningKey> keys, SigningAlgorithm algorithm) {
        return keys.stream().filter(key -> key.algorithm() == algorithm).findFirst();
    }
}
