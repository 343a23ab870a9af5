package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DpopProofTest {
    private static final String URI = "https://auth.example.com/oauth/token";

    private final DpopKey key = DpopKey.es256();
    private final DpopProof proof = key.proof("POST", URI);

    @Test
    void honestProofHoldsWhatItHasTo() {
        JsonNode header = part(proof, 0);
        JsonNode claims = part(proof, 1);

        assertThat(header.fieldNames()).toIterable().containsExactly("typ", "alg", "jwk");
        assertThat(header.path("typ").asText()).isEqualTo("dpop+jwt");
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        assertThat(header.path("jwk")).isEqualTo(key.jwk());
        assertThat(claims.fieldNames()).toIterable().containsExactly("jti", "htm", "htu", "iat");
        assertThat(claims.path("htm").asText()).isEqualTo("POST");
        assertThat(claims.path("htu").asText()).isEqualTo(URI);
        assertThat(claims.path("iat").asLong()).isCloseTo(Instant.now().getEpochSecond(), Offset.offset(60L));
        assertThat(part(key.proof("POST", URI), 1).path("jti")).isNotEqualTo(claims.path("jti"));
    }

    /** RFC 9449 §4.2: "The value MUST be the result of a base64url encoding … the SHA-256 hash of the ASCII encoding of the … token's value". */
    @Test
    void athIsTheHashOfTheToken() {
        String token = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

        assertThat(part(proof.accessToken(token), 1).path("ath").asText())
                .isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @Test
    void bendsShow() {
        assertThat(part(proof.htm("GET"), 1).path("htm").asText()).isEqualTo("GET");
        assertThat(part(proof.htu("x"), 1).path("htu").asText()).isEqualTo("x");
        assertThat(part(proof.jti("x"), 1).path("jti").asText()).isEqualTo("x");
        assertThat(part(proof.nonce("x"), 1).path("nonce").asText()).isEqualTo("x");
        assertThat(part(proof.issuedAt(Instant.EPOCH), 1).path("iat").asLong()).isZero();
        assertThat(part(proof.withoutClaim("jti"), 1).has("jti")).isFalse();
        assertThat(part(proof.withoutHeader("typ"), 0).has("typ")).isFalse();
        assertThat(part(proof.header("jwk", key.privateJwk()), 0).path("jwk").has("d"))
                .isTrue();
        assertThat(part(proof.hmac(), 0).path("alg").asText()).isEqualTo("HS256");
        assertThat(part(proof.unsigned(), 0).path("alg").asText()).isEqualTo("none");
        assertThat(proof.unsigned().serialize()).endsWith(".");
    }

    private static JsonNode part(DpopProof proof, int index) {
        return Json.read(Bytes.fromBase64Url(proof.serialize().split("\\.", -1)[index]));
    }
}
