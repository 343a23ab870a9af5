package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.passkey.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.CborMap;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.CoseKey;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which COSE keys (RFC 9053 §2 and §7) can verify anything. */
class SoundKeyTest {
    private static final long RS1 = -65_535;
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

    @ParameterizedTest
    @CsvSource({"-7, 1, secp256r1, 32", "-35, 2, secp384r1, 48", "-36, 3, secp521r1, 66"})
    void pointOnTheCurveOfItsAlgorithmIsSound(long algorithm, long curve, String name, int bytes) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();

        assertSound(ec(algorithm, curve, unsigned(x, bytes), unsigned(y, bytes)));
        assertUnsound(ec(algorithm, curve, unsigned(x.flipBit(0), bytes), unsigned(y, bytes)));
        assertUnsound(ec(algorithm, curve, unsigned(x, bytes), unsigned(y.flipBit(0), bytes)));
        assertUnsound(ec(algorithm == -7 ? -35 : -7, curve, unsigned(x, bytes), unsigned(y, bytes)));
    }

    @Test
    void coordinateBeyondTheFieldIsUnsoundThoughItIsCongruentToASoundOne() {
        BigInteger x = BigInteger.valueOf(5);
        BigInteger y = x.pow(3)
                .subtract(x.multiply(BigInteger.valueOf(3)))
                .add(B)
                .modPow(P.add(BigInteger.ONE).shiftRight(2), P);

        assertSound(ec(-7, 1, unsigned(x, 32), unsigned(y, 32)));
        assertUnsound(ec(-7, 1, unsigned(x.add(P), 32), unsigned(y, 32)));
    }

    @Test
    void rsaKeyOf2048BitsIsSoundAndAShorterOneIsNot() {
        for (long algorithm : new long[] {-257, -258, -259}) {
            assertSound(rsa(algorithm, 2048));
            assertUnsound(rsa(algorithm, 2047));
        }
        assertUnsound(rsa(RS1, 2048));
    }

    @Test
    void keyOf2000BytesIsSoundAndALongerOneIsNot() {
        CborMap longest = rsa(-257, 8 * 1984);

        assertSound(longest);
        assertThatThrownBy(() -> check(rsa(-257, 8 * 1985)))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("2001 bytes");
    }

    @Test
    void unknownAlgorithmIsNamedAsSuch() {
        CborMap key = CoseKey.encode(CoseAlgorithm.EDDSA.generateKeyPair().getPublic());

        assertThatThrownBy(() -> check(key.with(CoseKey.ALG, Cbor.of(-123_456))))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("no known algorithm");
        assertUnsound(key.with(CoseKey.ALG, Cbor.of(-7)));
    }

    private static CborMap ec(long algorithm, long curve, byte[] x, byte[] y) {
        return CborMap.empty()
                .with(CoseKey.KTY, Cbor.of(2))
                .with(CoseKey.ALG, Cbor.of(algorithm))
                .with(CoseKey.CRV, Cbor.of(curve))
                .with(CoseKey.X, Cbor.of(dev.latchkey.testkit.Bytes.copyOf(x)))
                .with(CoseKey.Y, Cbor.of(dev.latchkey.testkit.Bytes.copyOf(y)));
    }

    private static CborMap rsa(long algorithm, int bits) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        return CborMap.empty()
                .with(CoseKey.KTY, Cbor.of(3))
                .with(CoseKey.ALG, Cbor.of(algorithm))
                .with(CoseKey.CRV, Cbor.of(dev.latchkey.testkit.Bytes.copyOf(unsigned(modulus, (bits + 7) / 8))))
                .with(CoseKey.X, Cbor.of(dev.latchkey.testkit.Bytes.fromHex("010001")));
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = new byte[length];
        int count = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - count, unsigned, length - count, count);
        return unsigned;
    }

    private static void check(CborMap key) {
        CredentialForm.checkPublicKey(Bytes.of(key.encode().toArray()));
    }

    private static void assertSound(CborMap key) {
        assertThatCode(() -> check(key)).doesNotThrowAnyException();
    }

    private static void assertUnsound(CborMap key) {
        assertThatThrownBy(() -> check(key)).isExactlyInstanceOf(WebAuthnException.class);
    }
}
