package dev.latchkey.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import dev.latchkey.config.SigningAlgorithm;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void generatedKeyIsGoodForItsAlgorithm(SigningAlgorithm algorithm) {
        SigningKey key = SigningKey.generate("kid", algorithm, Instant.EPOCH);

        assertThat(SigningKey.algorithmOf(key.publicKey())).hasValue(algorithm);
    }

    @Test
    @DisplayName("the order of secp256k1 has 256 bits too")
    void curveThatIsOnlyAsLongAsP256IsAnother() {
        ECParameterSpec secp256k1 = Curve.SECP256K1.toECParameterSpec();

        assertThat(secp256k1.getOrder().bitLength()).isEqualTo(256);
        assertThat(SigningKey.algorithmOf(new KeyOfCurve(secp256k1))).isEmpty();
        assertThat(SigningKey.algorithmOf(new KeyOfCurve(Curve.P_256.toECParameterSpec())))
                .hasValue(SigningAlgorithm.ES256);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024", "EC, 384", "EC, 521", "DSA, 2048", "Ed448, 448"})
    void otherKeysAreGoodForNothing(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        PublicKey key = generator.generateKeyPair().getPublic();

        assertThat(SigningKey.algorithmOf(key)).isEmpty();
    }

    /** A public key on a curve that the Java platform may not have. */
    private record KeyOfCurve(ECParameterSpec getParams) implements ECPublicKey {
        private static final long serialVersionUID = 1L;

        @Override
        public ECPoint getW() {
            return getParams.getGenerator();
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
