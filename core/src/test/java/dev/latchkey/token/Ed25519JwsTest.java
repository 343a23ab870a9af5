package dev.latchkey.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** RFC 8037 A.4: the example of an Ed25519 signature. */
class Ed25519JwsTest {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.EdDSA);
    private static final byte[] INPUT = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(US_ASCII);
    private static final Base64URL SIGNATURE =
            Base64URL.from("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");

    private final Ed25519Jws.Signer signer;
    private final Ed25519Jws.Verifier verifier;

    Ed25519JwsTest() throws Exception {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        signer = new Ed25519Jws.Signer(factory.generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))));
        verifier = new Ed25519Jws.Verifier(factory.generatePublic(new X509EncodedKeySpec(HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))));
    }

    @Test
    @DisplayName("RFC 8037 A.4: signing")
    void exampleIsSignedAsThere() throws Exception {
        assertThat(signer.sign(HEADER, INPUT)).isEqualTo(SIGNATURE);
    }

    @Test
    @DisplayName("RFC 8037 A.5: validation")
    void exampleIsVerified() {
        assertThat(verifier.verify(HEADER, INPUT, SIGNATURE)).isTrue();
    }

    @Test
    void whatIsNotTheSignatureIsRefused() {
        assertThat(verifier.verify(HEADER, "another input".getBytes(US_ASCII), SIGNATURE))
                .isFalse();
        for (String other :
                new String[] {"", "AA", "A".repeat(86), SIGNATURE.toString().repeat(2)}) {
            assertThat(verifier.verify(HEADER, INPUT, Base64URL.from(other)))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void otherAlgorithmAndCriticalHeaderAreRefused() {
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();

        assertThat(verifier.verify(new JWSHeader(JWSAlgorithm.ES256), INPUT, SIGNATURE))
                .isFalse();
        assertThat(verifier.verify(critical, INPUT, SIGNATURE)).isFalse();
    }
}
