package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.token.SigningKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that start at once on an empty database. */
class FirstKeysTest {
    private static final int NODES = 8;

    private static final KeySettings SETTINGS =
            new KeySettings(Optional.of("a secret that all these nodes share"), List.of(), Optional.empty());

    private static final TokenSettings TOKENS = new TokenSettings(
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofDays(15),
            Duration.ofDays(60),
            AccessTokenAlgorithm.ES256);

    private final TestDatabase database = new TestDatabase("kit");
    private final JpaStorage storage = database.storage();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void nodesThatStartAtOnceSignWithTheSameKeys() throws InterruptedException {
        List<Object> found = Race.run(NODES, i -> publicKeys(node()));

        assertThat(found).hasSize(NODES).containsOnly(publicKeys(node()));
    }

    private SigningKeys node() {
        return new SigningKeys(SETTINGS, TOKENS, Sealer.of(SETTINGS, new SecureRandom()), storage, Clock.systemUTC());
    }

    private static List<String> publicKeys(SigningKeys keys) {
        return keys.all().stream()
                .sorted(Comparator.comparing(SigningKey::id))
                .map(key -> key.id() + " " + key.publicKey())
                .toList();
    }
}
