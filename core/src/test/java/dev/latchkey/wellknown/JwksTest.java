package dev.latchkey.wellknown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.keys.SigningKey;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwksTest {

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void publicHalfIsPublishedWithItsUseAlgorithmAndId(SigningAlgorithm algorithm) throws Exception {
        SigningKey key = SigningKey.generate("a-kid", algorithm, Instant.EPOCH);

        JWK jwk = JWKSet.parse(Jwks.of(List.of(key)).toString()).getKeyByKeyId("a-kid");

        assertThat(jwk.isPrivate()).isFalse();
        assertThat(jwk.getAlgorithm().getName()).isEqualTo(algorithm.jwsName());
        assertThat(jwk.getKeyUse().identifier()).isEqualTo("sig");
    }

    @Test
    @DisplayName("RFC 8037 A.1 and A.2: the example key, and its thumbprint of A.3")
    void exampleKeyOfTheRfcIsPublishedAsThere() throws Exception {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PrivateKey privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes("302e020100300506032b657004220420"
                + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")));
        PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(bytes(
                "302a300506032b6570032100" + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));

        JsonNode jwks =
                Jwks.of(List.of(new SigningKey("kid", SigningAlgorithm.EDDSA, privateKey, publicKey, Instant.EPOCH)));

        assertThat(jwks.at("/keys/0").toString())
                .isEqualTo("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\","
                        + "\"use\":\"sig\",\"alg\":\"EdDSA\",\"kid\":\"kid\"}");
        assertThat(JWKSet.parse(jwks.toString())
                        .getKeyByKeyId("kid")
                        .computeThumbprint()
                        .toString())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
