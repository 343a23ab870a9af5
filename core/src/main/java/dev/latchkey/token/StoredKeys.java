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
 * Wrapped keys in a store that all nodes share. Each reads, makes and forgets in one transaction. The next key has the same id on every node
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
        return inTransaction(store -> {
            List<StoredKey> found = store.findAll();
            List<SigningKey> keys = unwrap(found);
            keys.addAll(make(life.due(keys, now), found, store, now));
            List<SigningKey> ended = life.ended(keys, now);
            ended.forEach(key -> store.remove(key.id()));
            keys.removeAll(ended);
            return newestFirst(keys);
        });
    }

    @Override
    public List<SigningKey> renew(Instant now, boolean dropOthers) {
        return inTransaction(store -> {
            List<StoredKey> found = store.findAll();
            List<SigningKey> keys = make(life.inUse(), found, store, now);
            if (dropOthers) {
                found.forEach(key -> store.remove(key.id()));
            } else {
                keys.addAll(unwrap(found));
            }
            return newestFirst(keys);
        });
    }

    private List<SigningKey> inTransaction(Function<KeyStore, List<SigningKey>> work) {
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

    private List<SigningKey> make(
            Collection<SigningAlgorithm> algorithms, List<StoredKey> found, KeyStore store, Instant now) {
        List<SigningKey> made = new ArrayList<>();
        for (SigningAlgorithm algorithm : algorithms) {
            SigningKey key = SigningKey.generate(nextId(algorithm, found), algorithm, now);
            store.add(wrapping.wrap(key));
            made.add(key);
        }
        return made;
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
                .sorted(Comparator.comparing(SigningKey::createdAt).reversed())
                .toList();
    }
}
