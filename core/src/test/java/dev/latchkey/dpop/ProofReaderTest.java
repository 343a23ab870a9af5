package dev.latchkey.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nimbusds.jose.jwk.JWK;
import dev.latchkey.config.DpopSettings;
import dev.latchkey.config.KeySettings;
import dev.latchkey.json.Json;
import dev.latchkey.keys.Sealer;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.DpopProof;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 9449 §4.3, check by check. */
class ProofReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String URI = "https://auth.example.com/oauth/token";
    private static final String TOKEN = "an.access.token";
    private static final DpopKey KEY = DpopKey.es256();
    private static final DpopKey RSA = DpopKey.rs256();
    private static final DpopKey ED = DpopKey.ed25519();
    private static final DpopSettings SETTINGS =
            new DpopSettings(Duration.ofMinutes(1), Duration.ofSeconds(30), false, Duration.ofMinutes(5));

    private final ProofReader reader = reader(SETTINGS);

    static Stream<Named<DpopKey>> keys() {
        return Stream.of(KEY, RSA, ED, DpopKey.rs256(4096)).map(key -> Named.of(key.algorithm(), key));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void honestProofTellsTheThumbprintOfItsKey(DpopKey key) throws Exception {
        Proof proof = read(key.proof("POST", URI).issuedAt(NOW));

        assertThat(proof.thumbprint())
                .isEqualTo(key.thumbprint())
                .isEqualTo(JWK.parse(key.jwk().toString()).computeThumbprint().toString());
        assertThat(proof.id()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void ed25519IsKnownByItsOlderNameToo() {
        assertThat(read(ED.proof("POST", URI).issuedAt(NOW).header("alg", "EdDSA"))
                        .thumbprint())
                .isEqualTo(ED.thumbprint());
    }

    /** The example of RFC 9449 §4.1 (Figure 2), at its own time. */
    @Test
    void publishedExampleIsAccepted() {
        String published =
                "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0Rs"
                        + "cEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19."
                        + "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYy"
                        + "MjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

        Proof proof = reader(SETTINGS, Instant.ofEpochSecond(1562262616))
                .read(published, "POST", "https://server.example.com/token", Optional.empty());

        assertThat(proof.thumbprint()).isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    }

    static Stream<Named<UnaryOperator<DpopProof>>> bends() {
        return Stream.of(
                bend("another typ", proof -> proof.header("typ", "JWT")),
                bend("no typ", proof -> proof.withoutHeader("typ")),
                bend("alg none", DpopProof::unsigned),
                bend("alg HS256 with the public key", DpopProof::hmac),
                bend("an unknown alg", proof -> proof.header("alg", "ES512")),
                bend("an alg that does not fit the key", proof -> proof.header("alg", "RS256")),
                bend("alg EdDSA with an EC key", proof -> proof.header("alg", "EdDSA")),
                bend("no alg", proof -> proof.withoutHeader("alg")),
                bend("a crit", proof -> proof.header("crit", Json.array().add("b64"))),
                bend("no jwk", proof -> proof.withoutHeader("jwk")),
                bend("a jwk that is no object", proof -> proof.header("jwk", "x")),
                bend("a private jwk", proof -> proof.header("jwk", KEY.privateJwk())),
                bend(
                        "a symmetric jwk",
                        proof -> proof.header(
                                "jwk", Json.object().put("kty", "oct").put("k", "c2VjcmV0"))),
                bend(
                        "a jwk on another curve",
                        proof -> proof.header("jwk", KEY.jwk().put("crv", "P-384"))),
                bend(
                        "a jwk off the curve",
                        proof -> proof.header("jwk", KEY.jwk().put("x", "A".repeat(43)))),
                bend("a jwk without y", proof -> proof.header("jwk", without(KEY.jwk(), "y"))),
                bend(
                        "a jwk with a long x",
                        proof -> proof.header("jwk", KEY.jwk().put("x", "A".repeat(300)))),
                bend(
                        "the jwk of another key",
                        proof -> proof.header("jwk", DpopKey.es256().jwk())),
                bend("the signature of another key", proof -> proof.signedBy(DpopKey.es256())),
                bend("a flipped signature", proof -> proof.signature(honest -> honest.flipBit(7))),
                bend("a signature of zeros", proof -> proof.signature(honest -> Bytes.copyOf(new byte[64]))),
                bend("a short signature", proof -> proof.signature(honest -> honest.slice(0, 63))),
                bend("no jti", proof -> proof.withoutClaim("jti")),
                bend("an empty jti", proof -> proof.jti("")),
                bend("a jti that is a number", proof -> proof.claim("jti", IntNode.valueOf(1))),
                bend("a jti of 257 characters", proof -> proof.jti("x".repeat(257))),
                bend("another htm", proof -> proof.htm("GET")),
                bend("htm in another letter case", proof -> proof.htm("post")),
                bend("no htm", proof -> proof.withoutClaim("htm")),
                bend("another path", proof -> proof.htu("https://auth.example.com/oauth/revoke")),
                bend("another host", proof -> proof.htu("https://evil.example/oauth/token")),
                bend("a host that ends alike", proof -> proof.htu("https://evilauth.example.com/oauth/token")),
                bend("another scheme", proof -> proof.htu("http://auth.example.com/oauth/token")),
                bend("another port", proof -> proof.htu("https://auth.example.com:8443/oauth/token")),
                bend("a user before the host", proof -> proof.htu("https://auth.example.com@evil.example/oauth/token")),
                bend("a relative htu", proof -> proof.htu("/oauth/token")),
                bend("no htu", proof -> proof.withoutClaim("htu")),
                bend("too old", proof -> proof.issuedAt(NOW.minusSeconds(91))),
                bend("of a time to come", proof -> proof.issuedAt(NOW.plusSeconds(31))),
                bend("an iat in milliseconds", proof -> proof.issuedAt(Instant.ofEpochSecond(NOW.toEpochMilli()))),
                bend("an iat beyond numbers", proof -> proof.claim("iat", DoubleNode.valueOf(1e300))),
                bend("an iat that is text", proof -> proof.claim("iat", TextNode.valueOf("" + NOW.getEpochSecond()))),
                bend("an iat that is null", proof -> proof.claim("iat", NullNode.getInstance())),
                bend("an iat that is true", proof -> proof.claim("iat", BooleanNode.TRUE)),
                bend("no iat", proof -> proof.withoutClaim("iat")),
                bend("longer than 4096 characters", proof -> proof.claim("x", TextNode.valueOf("x".repeat(3500)))));
    }

    @ParameterizedTest
    @MethodSource("bends")
    void bentProofIsRefused(UnaryOperator<DpopProof> bend) {
        assertRefused(bend.apply(honest()).serialize());
    }

    @Test
    void proofThatIsNotBentPasses() {
        assertThat(read(honest()).thumbprint()).isEqualTo(KEY.thumbprint());
        assertThat(read(honest().claim("x", TextNode.valueOf("x".repeat(500)))).thumbprint())
                .isEqualTo(KEY.thumbprint());
    }

    @Test
    void rsaKeyHasASaneSize() {
        assertRefused(DpopKey.rs256(1024).proof("POST", URI).issuedAt(NOW).serialize());
        DpopProof proof = RSA.proof("POST", URI).issuedAt(NOW);
        assertRefused(proof.header("jwk", RSA.jwk().put("e", "AQ")).serialize());
        assertRefused(proof.header("jwk", RSA.jwk().put("e", "AQAAAAE")).serialize());
        assertRefused(proof.header("jwk", RSA.jwk().put("n", "f".repeat(700))).serialize());
        assertRefused(proof.header("jwk", without(RSA.jwk(), "n")).serialize());
    }

    @Test
    void whatIsNotOneSignedJwtIsRefused() {
        String good = honest().serialize();
        for (String text : List.of(
                "",
                "x",
                "a.b",
                "a.b.c",
                "..",
                good + ".",
                good + "," + good,
                good + ", " + good,
                good + " ",
                good + "=")) {
            assertRefused(text);
        }
    }

    @Test
    void addressIsComparedInOneSpellingWithoutQueryAndFragment() {
        for (String htu : List.of(
                "https://AUTH.example.com:443/oauth/token",
                "https://auth.example.com/oauth/%74oken?a=b#c",
                URI + "#")) {
            assertThat(read(honest().htu(htu)).thumbprint()).isEqualTo(KEY.thumbprint());
        }
    }

    @Test
    void clockOfTheClientMayBeALittleOff() {
        read(honest().issuedAt(NOW.minusSeconds(90)));
        read(honest().issuedAt(NOW.plusSeconds(30)));
        read(honest().claim("iat", DoubleNode.valueOf(NOW.getEpochSecond() + 0.5)));
    }

    @Test
    void proofTellsUntilWhenItIsAccepted() {
        DpopProof newest = honest().issuedAt(NOW.plusSeconds(30));
        Proof proof = read(newest);

        reader(SETTINGS, NOW.plusSeconds(120)).read(newest.serialize(), "POST", URI, Optional.empty());
        assertThatThrownBy(() ->
                        reader(SETTINGS, NOW.plusSeconds(121)).read(newest.serialize(), "POST", URI, Optional.empty()))
                .isInstanceOf(ProofException.class);
        assertThat(proof.acceptedUntil()).isEqualTo(NOW.plusSeconds(121));
    }

    @Test
    void idIsOfJtiAndKey() {
        Proof first = read(honest().jti("one"));

        assertThat(read(honest().jti("one").issuedAt(NOW.minusSeconds(1))).id()).isEqualTo(first.id());
        assertThat(read(honest().jti("two")).id()).isNotEqualTo(first.id());
        assertThat(read(RSA.proof("POST", URI).issuedAt(NOW).jti("one")).id()).isNotEqualTo(first.id());
    }

    @Test
    void athHasToBeOfTheAccessToken() {
        DpopProof proof = honest().accessToken(TOKEN);

        assertThat(reader.read(proof.serialize(), "POST", URI, Optional.of(TOKEN))
                        .thumbprint())
                .isEqualTo(KEY.thumbprint());
        for (DpopProof bent : List.of(honest(), proof.ath(""), proof.ath(TOKEN), honest().accessToken(TOKEN + "x"))) {
            assertThatThrownBy(() -> reader.read(bent.serialize(), "POST", URI, Optional.of(TOKEN)))
                    .isInstanceOfSatisfying(ProofException.class, refused -> assertThat(refused.nonceWanted())
                            .isFalse());
        }
    }

    @Test
    void nonceIsAskedForWhereConfiguredAndOnlyOfAProofThatIsGoodOtherwise() {
        ProofReader asking =
                reader(new DpopSettings(Duration.ofMinutes(1), Duration.ZERO, true, Duration.ofMinutes(5)));
        String nonce = asking.freshNonce().orElseThrow();

        asking.read(honest().nonce(nonce).serialize(), "POST", URI, Optional.empty());
        for (DpopProof bent : List.of(honest(), honest().nonce(""), honest().nonce("x"), honest().nonce(nonce + "x"))) {
            assertThatThrownBy(() -> asking.read(bent.serialize(), "POST", URI, Optional.empty()))
                    .isInstanceOfSatisfying(ProofException.class, refused -> assertThat(refused.nonceWanted())
                            .isTrue());
        }
        assertThatThrownBy(() -> asking.read(honest().htm("GET").serialize(), "POST", URI, Optional.empty()))
                .isInstanceOfSatisfying(ProofException.class, refused -> assertThat(refused.nonceWanted())
                        .isFalse());
        assertThat(reader.freshNonce()).isEmpty();
    }

    private static DpopProof honest() {
        return KEY.proof("POST", URI).issuedAt(NOW);
    }

    private Proof read(DpopProof proof) {
        return reader.read(proof.serialize(), "POST", URI, Optional.empty());
    }

    private void assertRefused(String header) {
        assertThatThrownBy(() -> reader.read(header, "POST", URI, Optional.empty()))
                .isInstanceOfSatisfying(ProofException.class, refused -> assertThat(refused.nonceWanted())
                        .isFalse())
                .hasMessageMatching("The (jwk of the )?DPoP proof [a-z].*\\.");
    }

    private static ProofReader reader(DpopSettings settings) {
        return reader(settings, NOW);
    }

    private static ProofReader reader(DpopSettings settings, Instant now) {
        Sealer sealer = Sealer.of(new KeySettings(Optional.empty(), List.of(), Optional.empty()), new SecureRandom());
        return new ProofReader(settings, sealer, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ObjectNode without(ObjectNode json, String member) {
        json.remove(member);
        return json;
    }

    private static Named<UnaryOperator<DpopProof>> bend(String name, UnaryOperator<DpopProof> bend) {
        return Named.of(name, bend);
    }
}
