package dev.latchkey.keys;

import dev.latchkey.config.KeySettings;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.config.TokenSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a signing key, which follows from the times at which the keys of an algorithm were made, and from nothing else, so that all nodes
 * agree on it. A key is published when it is made; it signs after the activation delay, until the next one does; and it verifies until every
 * token that it signed has expired. The first key of an algorithm signs at once, for there is no other.
 *
 * @param inUse the algorithms that are signed with
 * @param rotationPeriod how old the newest key may grow before the next is made; empty for ever
 * @param activationDelay how long a key is published before it signs
 * @param tokenLifetime the life of the tokens that live longest
 */
public record KeyLife(
        Set<SigningAlgorithm> inUse,
        Optional<Duration> rotationPeriod,
        Duration activationDelay,
        Duration tokenLifetime) {
    /** Clocks of nodes and of those who verify differ by less. */
    static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final Comparator<SigningKey> BY_AGE =
            Comparator.comparing(SigningKey::createdAt).thenComparing(SigningKey::id);

    public KeyLife {
        inUse = Set.copyOf(inUse);
    }

    /** As it is configured. */
    public static KeyLife of(KeySettings keys, TokenSettings tokens) {
        return new KeyLife(
                tokens.algorithms(), keys.rotationPeriod(), keys.activationDelay(), tokens.longestSignedLifetime());
    }

    /** The key that signs now: the newest that has been published for long enough, else the oldest. */
    public Optional<SigningKey> signing(List<SigningKey> keys, SigningAlgorithm algorithm, Instant now) {
        List<SigningKey> oldestFirst = oldestFirst(keys, algorithm);
        return oldestFirst.stream()
                .filter(key -> !now.isBefore(key.createdAt().plus(activationDelay)))
                .reduce((older, newer) -> newer)
                .or(() -> oldestFirst.stream().findFirst());
    }

    /** The algorithms in use that want a key: the first one, or the next one. */
    public List<SigningAlgorithm> due(List<SigningKey> keys, Instant now) {
        return inUse.stream()
                .sorted()
                .filter(algorithm -> oldestFirst(keys, algorithm).stream().allMatch(key -> hasHadItsPeriod(key, now)))
                .toList();
    }

    /** The keys that signed no token that could still be good. */
    public List<SigningKey> ended(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> successionAt(key, keys)
                        .map(at -> at.plus(activationDelay).plus(tokenLifetime).plus(LEEWAY))
                        .filter(end -> !now.isBefore(end))
                        .isPresent())
                .toList();
    }

    /** When the next key was made. An algorithm that is no longer in use gets none; if it were, it had got one after the period. */
    private Optional<Instant> successionAt(SigningKey key, List<SigningKey> keys) {
        Optional<Instant> next = oldestFirst(keys, key.algorithm()).stream()
                .filter(other -> BY_AGE.compare(other, key) > 0)
                .findFirst()
                .map(SigningKey::createdAt);
        return next.isPresent() || inUse.contains(key.algorithm())
                ? next
                : rotationPeriod.map(period -> key.createdAt().plus(period));
    }

    private boolean hasHadItsPeriod(SigningKey key, Instant now) {
        return rotationPeriod
                .filter(period -> !now.isBefore(key.createdAt().plus(period)))
                .isPresent();
    }

    private static List<SigningKey> oldestFirst(List<SigningKey> keys, SigningAlgorithm algorithm) {
        return keys.stream()
                .filter(key -> key.algorithm() == algorithm)
                .sorted(BY_AGE)
                .toList();
    }
}
