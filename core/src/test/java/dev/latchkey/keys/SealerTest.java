package dev.latchkey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.KeySettings;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private static final String PURPOSE = "test";
    private static final byte[] PLAIN = "what nobody else shall read".getBytes(UTF_8);
    private static final int SALT_FROM = 5;
    private static final int SALT_TO = 21;

    private final Sealer sealer = sealer("the first secret of all the secrets");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 70_000})
    void whatWasSealedIsOpened(int length) {
        byte[] plain = new byte[length];
        new SecureRandom().nextBytes(plain);

        assertThat(sealer.open(PURPOSE, sealer.seal(PURPOSE, plain))).hasValue(plain);
    }

    @Test
    void sealedTextIsUrlSafeAndHidesWhatItHolds() {
        String sealed = sealer.seal(PURPOSE, PLAIN);

        assertThat(sealed).matches("[A-Za-z0-9_-]+");
        assertThat(new String(Base64.getUrlDecoder().decode(sealed), UTF_8)).doesNotContain("nobody");
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(PURPOSE, PLAIN));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] = (byte) (flipped[bit / 8] ^ 1 << bit % 8);
            assertThat(sealer.open(PURPOSE, encode(flipped))).as("bit " + bit).isEmpty();
        }
    }

    @Test
    void everyTruncationIsRefused() {
        String sealed = sealer.seal(PURPOSE, PLAIN);
        for (int length = 0; length < sealed.length(); length++) {
            assertThat(sealer.open(PURPOSE, sealed.substring(0, length)))
                    .as("length " + length)
                    .isEmpty();
        }
    }

    @Test
    void everyOtherSpellingIsRefused() {
        String sealed = sealer.seal(PURPOSE, new byte[1]);

        assertThat(sealer.open(PURPOSE, sealed + "=")).isEmpty();
        assertThat(sealer.open(PURPOSE, sealed + "A")).isEmpty();
        assertThat(sealer.open(PURPOSE, " " + sealed)).isEmpty();
        assertThat(sealer.open(PURPOSE, sealed + "\n")).isEmpty();
        assertThat(sealer.open(PURPOSE, "é" + sealed)).isEmpty();
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String respelled = sealed.substring(0, sealed.length() - 1) + last;
            assertThat(sealer.open(PURPOSE, respelled).isPresent())
                    .as(respelled)
                    .isEqualTo(respelled.equals(sealed));
        }
    }

    @Test
    void anotherPurposeDoesNotOpenIt() {
        assertThat(sealer.open("other", sealer.seal(PURPOSE, PLAIN))).isEmpty();
    }

    @Test
    void anotherSecretDoesNotOpenIt() {
        assertThat(sealer("another secret of all the secrets").open(PURPOSE, sealer.seal(PURPOSE, PLAIN)))
                .isEmpty();
    }

    @Test
    void sameSecretOfAnotherNodeOpensIt() {
        assertThat(sealer("the first secret of all the secrets").open(PURPOSE, sealer.seal(PURPOSE, PLAIN)))
                .hasValue(PLAIN);
    }

    @Test
    void formerSecretOpensAndTheNewOneSeals() {
        Sealer rotated = sealer("a new secret of all the secrets", "the first secret of all the secrets");

        assertThat(rotated.open(PURPOSE, sealer.seal(PURPOSE, PLAIN))).hasValue(PLAIN);
        assertThat(sealer.open(PURPOSE, rotated.seal(PURPOSE, PLAIN))).isEmpty();
        assertThat(sealer("a new secret of all the secrets").open(PURPOSE, rotated.seal(PURPOSE, PLAIN)))
                .hasValue(PLAIN);
    }

    @Test
    void withoutSecretEachSealerKnowsItsOwnAlone() {
        KeySettings none = new KeySettings(Optional.empty(), List.of(), Optional.empty());
        Sealer one = Sealer.of(none, new SecureRandom());
        Sealer other = Sealer.of(none, new SecureRandom());

        assertThat(one.open(PURPOSE, one.seal(PURPOSE, PLAIN))).hasValue(PLAIN);
        assertThat(other.open(PURPOSE, one.seal(PURPOSE, PLAIN))).isEmpty();
    }

    @Test
    void eachSealHasASaltOfItsOwn() {
        Set<String> salts = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(PURPOSE, new byte[0]));
            salts.add(encode(Arrays.copyOfRange(sealed, SALT_FROM, SALT_TO)));
        }
        assertThat(salts).hasSize(100_000);
    }

    static Sealer sealer(String secret, String... former) {
        return Sealer.of(new KeySettings(Optional.of(secret), List.of(former), Optional.empty()), new SecureRandom());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
