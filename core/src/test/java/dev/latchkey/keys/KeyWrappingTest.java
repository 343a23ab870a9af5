package dev.latchkey.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.SigningAlgorithm;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyWrappingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Sealer sealer = SealerTest.sealer("a secret that wraps the signing keys");
    private final KeyWrapping wrapping = new KeyWrapping(sealer);

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void wrappedKeyIsUnwrapped(SigningAlgorithm algorithm) {
        SigningKey key = SigningKey.generate("kid", algorithm, NOW);

        StoredKey stored = wrapping.wrap(key);

        assertThat(stored.id()).isEqualTo(key.id());
        assertThat(stored.algorithm()).isEqualTo(algorithm.jwsName());
        assertThat(stored.createdAt()).isEqualTo(NOW);
        assertThat(wrapping.unwrap(stored)).hasValue(key);
    }

    @Test
    void wrappedKeyShowsNothingOfThePrivateHalf() {
        SigningKey key = SigningKey.generate("kid", SigningAlgorithm.ES256, NOW);
        byte[] wrapped = Base64.getUrlDecoder().decode(wrapping.wrap(key).wrapped());
        byte[] pkcs8 = key.privateKey().getEncoded();

        assertThat(wrapped).hasSizeGreaterThan(pkcs8.length);
        assertThat(Base64.getEncoder().encodeToString(wrapped))
                .doesNotContain(Base64.getEncoder().encodeToString(pkcs8).substring(0, 20));
        assertThat(key.toString()).isEqualTo("SigningKey[" + key.id() + " ES256]");
    }

    @Test
    void keyWrappedByAnotherSecretIsNotOurs() {
        StoredKey foreign = new KeyWrapping(SealerTest.sealer("another secret that wraps signing keys"))
                .wrap(SigningKey.generate("kid", SigningAlgorithm.ES256, NOW));

        assertThat(wrapping.unwrap(foreign)).isEmpty();
    }

    @Test
    void damagedKeyIsNamed() {
        StoredKey damaged = new StoredKey("kid-1", "ES256", sealer.seal("signing-key", new byte[] {0, 0}), NOW);

        assertThatThrownBy(() -> wrapping.unwrap(damaged))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kid-1");
    }
}
