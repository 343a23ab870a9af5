package dev.latchkey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.KeySettings;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** What a text leaves behind in a cipher that is used again must not show in the next. */
    @Test
    void refusedTextsBetweenSoundOnesChangeNothing() {
        List<String> sealed = IntStream.range(0, 40)
                .mapToObj(i -> sealer.seal(PURPOSE, plain(i)))
                .toList();
        for (int i = 0; i < sealed.size(); i++) {
            assertThat(sealer.open("other", sealed.get(i))).isEmpty();
            assertThat(sealer.open(PURPOSE, sealed.get(i))).hasValue(plain(i));
        }
    }

    @Test
    void manyThreadsSealAndOpenAtOnce() {
        List<String> wrong = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> !sealer.open(PURPOSE, sealer.seal(PURPOSE, plain(i)))
                        .filter(opened -> Arrays.equals(opened, plain(i)))
                        .isPresent())
                .mapToObj(Integer::toString)
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** A salt that comes twice would reuse a nonce: an encryption that is caught at it is refused. */
    @Test
    void repeatedSaltIsRefused() {
        Sealer stuck = Sealer.of(
                new KeySettings(Optional.of("a secret with no randomness at all"), List.of(), Optional.empty()),
                new Stuck());
        stuck.seal(PURPOSE, PLAIN);

        assertThatThrownBy(() -> stuck.seal(PURPOSE, PLAIN)).isInstanceOf(IllegalStateException.class);
    }

    /** Randomness that has ended. */
    private static final class Stuck extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 7);
        }
    }

    @Test
    void derivedKeysAreOnePerSecretAndPurpose() {
        Sealer rotated = sealer("a new secret of all the secrets", "the first secret of all the secrets");

        List<DerivedKey> keys = rotated.derive(PURPOSE);

        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(keys.get(1)).isEqualTo(sealer.derive(PURPOSE).get(0));
        assertThat(keys.get(1)).isNotEqualTo(sealer.derive("other").get(0));
        assertThat(keys.get(0).key().getEncoded()).hasSize(32);
        assertThat(keys.get(0)).hasToString("DerivedKey[" + keys.get(0).id() + "]");
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

    private static byte[] plain(int length) {
        byte[] plain = new byte[length % 500];
        Arrays.fill(plain, (byte) length);
        return plain;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
