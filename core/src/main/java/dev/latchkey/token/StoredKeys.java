package dev.latchkey.token;

import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.keys.KeyLife;
import dev.latchkey.keys.KeyWrapping;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.keys.StoredKey;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.KeyStore;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wrapped keys in a store that all nodes share. What is to be made or forgotten is so in one
 * transaction, after one that only reads. The next key has the same id on every node
 * that finds the same keys, so that of those that make it at once, one does.
 */
final class StoredKeys implements KeySource {
    private static final int MAX_ATTEMPTS = 5;
    private static final Pattern NUMBER = Pattern.compile("-(\\d{1,9})$");

    private final Transactions transactions;
    private final KeyWrapping wrapping;
    private final KeyLife life;
    private final String label;

    /** With a label that sets the ids of this store apart from those of others. */
    StoredKeys(Transactions transactions, KeyWrapping wrapping, KeyLife life, String label) {
        this.transactions = transactions;
        this.wrapping = wrapping;
        this.life = life;
        this.label = label;
    }

    /** Runs work on a key store, all of it or nothing. */
    @FunctionalInterface
    interface Transactions {
        List<SigningKey> run(Function<KeyStore, List<SigningKey>> work);
    }

    static Transactions in(Storage storage) {
        return work -> storage.inTransaction(unit -> work.apply(unit.keys()));
    }

    static Transactions inMemory() {
        KeyStore store = new MemoryKeyStore();
        return work -> work.apply(store);
    }

    @Override
    public List<SigningKey> read(Instant now) {
        List<SigningKey> found = transactions.run(store -> unwrap(store.findAll()));
        List<SigningAlgorithm> due = life.due(found, now);
        if (due.isEmpty() && life.ended(found, now).isEmpty()) {
            return newestFirst(found);
        }
        List<SigningKey> fresh = generate(due, now);
        return changed(store -> {
            List<StoredKey> stored = store.findAll();
            List<SigningKey> keys = unwrap(stored);
            List<SigningAlgorithm> stillDue = life.due(keys, now);
            fresh.stream()
                    .filter(key -> stillDue.contains(key.algorithm()))
                    .forEach(key -> keys.add(add(key, stored, store)));
            List<SigningKey> ended = life.ended(keys, now);
            ended.forEach(key -> store.remove(key.id()));
            keys.removeAll(ended);
            return newestFirst(keys);
        });
    }

    @Override
    public List<SigningKey> renew(Instant now, boolean dropOthers) {
        List<SigningKey> fresh = generate(life.inUse(), now);
        return changed(store -> {
            List<StoredKey> stored = store.findAll();
            List<SigningKey> keys = new ArrayList<>();
            fresh.forEach(key -> keys.add(add(key, stored, store)));
            if (dropOthers) {
                stored.forEach(key -> store.remove(key.id()));
            } else {
                keys.addAll(unwrap(stored));
            }
            return newestFirst(keys);
        });
    }

    private List<SigningKey> changed(Function<KeyStore, List<SigningKey>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.run(work);
            } catch (StorageConflictException e) {
                if (e.conflict() != Conflict.KEY || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<SigningKey> unwrap(List<StoredKey> found) {
        List<SigningKey> keys = new ArrayList<>();
        found.forEach(key -> wrapping.unwrap(key).ifPresent(keys::add));
        return keys;
    }

    /** Outside of a transaction, for it takes its time. In an order that all nodes share, so that none waits for the other's locks. */
    private static List<SigningKey> generate(Collection<SigningAlgorithm> algorithms, Instant now) {
        return algorithms.stream()
                .sorted()
                .map(algorithm -> SigningKey.generate(algorithm.jwsName(), algorithm, now))
                .toList();
    }

    private SigningKey add(SigningKey fresh, List<StoredKey> stored, KeyStore store) {
        SigningKey key = fresh.withId(nextId(fresh.algorithm(), stored));
        store.add(wrapping.wrap(key));
        return key;
    }

    private String nextId(SigningAlgorithm algorithm, List<StoredKey> found) {
        int last = found.stream()
                .filter(key -> key.algorithm().equals(algorithm.jwsName()))
                .map(key -> NUMBER.matcher(key.id()))
                .filter(Matcher::find)
                .mapToInt(number -> Integer.parseInt(number.group(1)))
                .max()
                .orElse(0);
        return algorithm.jwsName() + label + "-" + (last + 1);
    }

    private static List<SigningKey> newestFirst(List<SigningKey> keys) {
        return keys.stream()
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed().thenComparing(SigningKey::id))
                .toList();
    }
}
