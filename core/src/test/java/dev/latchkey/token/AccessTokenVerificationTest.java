package dev.latchkey.token;

import static dev.latchkey.token.TestTokens.AUDIENCE;
import static dev.latchkey.token.TestTokens.DOMAIN;
import static dev.latchkey.token.TestTokens.NOW;
import static dev.latchkey.token.TestTokens.SIGNED_IN;
import static dev.latchkey.token.TestTokens.authorization;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.account.AccountRef;
import dev.latchkey.config.Domain;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.keys.SigningKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenVerificationTest {
    private static final SigningKeys KEYS = TestTokens.keys();
    private final Tokens tokens = TestTokens.tokens(KEYS, NOW);
    private final String issued = tokens.issue(authorization(AUDIENCE, "openid", "read:orders"), Optional.empty())
            .accessToken();
    private final SigningKey es256 = KEYS.current(SigningAlgorithm.ES256);

    @Test
    void tokenOfOursIsAccepted() {
        AccessToken expected = new AccessToken(
                new AccountRef("members", "4711"),
                "web",
                List.of("openid", "read:orders"),
                SIGNED_IN,
                Optional.empty());

        assertThat(verify(issued)).hasValue(expected);
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        assertThat(tokens.verify(issued, DOMAIN, DOMAIN.myAccountAudience())).isEmpty();
        assertThat(tokens.verify(issued, DOMAIN, AUDIENCE + "x")).isEmpty();
    }

    @Test
    void tokenServesWhateverItsAudienceUntilItExpiresAtItsOwnIssuer() {
        Instant expiry = NOW.plus(TestTokens.SETTINGS.accessTokenLifetime());
        Domain other = new Domain("other.example.com", "https://other.example.com/", "example.com", "Example");

        assertThat(tokens.isAccessToken(issued, DOMAIN)).isTrue();
        assertThat(tokens.isAccessToken(issued, other)).isFalse();
        assertThat(TestTokens.tokens(KEYS, expiry).isAccessToken(issued, DOMAIN))
                .isFalse();
        assertThat(tokens.isAccessToken("not.a.token", DOMAIN)).isFalse();
    }

    @Test
    void tokenForSeveralAudiencesIsRefused() throws Exception {
        assertThat(verify(sign(claims().audience(List.of(AUDIENCE, "https://evil.example/")))))
                .isEmpty();
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() {
        Domain other = new Domain("other.example.com", "https://other.example.com/", "example.com", "Example");

        assertThat(tokens.verify(issued, other, AUDIENCE)).isEmpty();
    }

    @Test
    void tokenIsGoodUntilTheInstantOfItsExpiry() {
        Instant expiry = NOW.plus(TestTokens.SETTINGS.accessTokenLifetime());

        assertThat(at(expiry.minusSeconds(1), issued)).isPresent();
        assertThat(at(expiry, issued)).isEmpty();
        assertThat(at(expiry.plusSeconds(1), issued)).isEmpty();
    }

    @Test
    void tokenWithoutExpiryIsRefused() throws Exception {
        assertThat(verify(sign(claims().expirationTime(null)))).isEmpty();
    }

    @Test
    void tokenThatIsNotYetValidIsRefused() throws Exception {
        assertThat(verify(sign(claims().notBeforeTime(Date.from(NOW.plusSeconds(1))))))
                .isEmpty();
        assertThat(verify(sign(claims().notBeforeTime(Date.from(NOW))))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "scope", "auth_time", "sub", "iss", "aud"})
    void tokenThatLacksAClaimIsRefused(String claim) throws Exception {
        assertThat(verify(sign(claims().claim(claim, null)))).isEmpty();
    }

    @Test
    void claimOfAnotherTypeIsRefused() throws Exception {
        assertThat(verify(sign(claims().claim("scope", List.of("openid"))))).isEmpty();
        assertThat(verify(sign(claims().claim("auth_time", "now")))).isEmpty();
        assertThat(verify(sign(claims().claim("client_id", 7)))).isEmpty();
        assertThat(verify(sign(claims().subject("without-a-bar")))).isEmpty();
    }

    @Test
    void keyThatATokenIsBoundToIsTold() {
        String bound = tokens.issue(TestTokens.boundTo("a-thumbprint", "openid"), Optional.empty())
                .accessToken();

        assertThat(verify(bound).orElseThrow().keyThumbprint()).contains("a-thumbprint");
    }

    /** A confirmation that is not understood must not make a bearer token of it (RFC 7800 §3.1). */
    @Test
    void tokenThatIsBoundToSomethingElseIsRefused() throws Exception {
        assertThat(verify(sign(claims().claim("cnf", Map.of("x5t#S256", "x"))))).isEmpty();
        assertThat(verify(sign(claims().claim("cnf", Map.of("jkt", 7))))).isEmpty();
        assertThat(verify(sign(claims().claim("cnf", "x")))).isEmpty();
    }

    @Test
    @DisplayName("RFC 8725 §3.11: an ID token is no access token, though it is signed by us")
    void tokenOfAnotherTypeIsRefused() throws Exception {
        String idToken = tokens.issue(authorization(AUDIENCE, "openid"), Optional.empty())
                .idToken()
                .orElseThrow();

        assertThat(tokens.verify(idToken, DOMAIN, "web")).isEmpty();
        for (String type : List.of("JWT", "logout+jwt", "at+jwtx")) {
            JWSHeader header = header(JWSAlgorithm.ES256, es256.id())
                    .type(new JOSEObjectType(type))
                    .build();
            assertThat(verify(sign(header, claims(), signer()))).as(type).isEmpty();
        }
        JWSHeader untyped =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(es256.id()).build();
        assertThat(verify(sign(untyped, claims(), signer()))).isEmpty();
    }

    @Test
    @DisplayName("RFC 8725 §2.1: alg none is refused")
    void unsignedTokenIsRefused() {
        String plain = new PlainJWT(claims().build()).serialize();
        String header = encode("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + es256.id() + "\"}");

        assertThat(verify(plain)).isEmpty();
        assertThat(verify(header + issued.substring(issued.indexOf('.'), issued.lastIndexOf('.') + 1)))
                .isEmpty();
        assertThat(verify(header + issued.substring(issued.indexOf('.')))).isEmpty();
        assertThat(verify(issued.substring(0, issued.lastIndexOf('.') + 1))).isEmpty();
    }

    @Test
    @DisplayName("RFC 8725 §2.1: HS256 with the public key as its secret is refused")
    void publicKeyAsSecretIsRefused() throws Exception {
        for (SigningKey key : KEYS.all()) {
            JWSHeader header = header(JWSAlgorithm.HS256, key.id()).build();
            MACSigner signer = new MACSigner(key.publicKey().getEncoded());
            assertThat(verify(sign(header, claims(), signer)))
                    .as(key.toString())
                    .isEmpty();
        }
    }

    @Test
    void foreignKeyWithOurKeyIdIsRefused() throws Exception {
        JWSHeader header = header(JWSAlgorithm.ES256, es256.id()).build();
        ECDSASigner signer = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());

        assertThat(verify(sign(header, claims(), signer))).isEmpty();
    }

    @Test
    void keyThatTheTokenBringsAlongIsNotBelieved() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        JWSHeader header =
                header(JWSAlgorithm.ES256, es256.id()).jwk(key.toPublicJWK()).build();

        assertThat(verify(sign(header, claims(), new ECDSASigner(key)))).isEmpty();
    }

    @Test
    void keyOfAnotherAlgorithmIsNotTaken() throws Exception {
        SigningKey rs256 = KEYS.current(SigningAlgorithm.RS256);
        RSASSASigner signer = new RSASSASigner(rs256.privateKey());

        assertThat(verify(sign(header(JWSAlgorithm.RS512, rs256.id()).build(), claims(), signer)))
                .isEmpty();
        assertThat(verify(sign(header(JWSAlgorithm.RS256, es256.id()).build(), claims(), signer)))
                .isEmpty();
    }

    @Test
    void unknownCriticalHeaderIsRefused() throws Exception {
        JWSHeader header = header(JWSAlgorithm.ES256, es256.id())
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();

        assertThat(verify(sign(header, claims(), signer()))).isEmpty();
    }

    @Test
    void everyChangedCharacterIsRefused() {
        for (int at = 0; at < issued.length(); at++) {
            char other = issued.charAt(at) == 'A' ? 'B' : 'A';
            String changed = issued.substring(0, at) + other + issued.substring(at + 1);
            boolean lastBitsOfTheSignature = at == issued.length() - 1;
            assertThat(verify(changed))
                    .as("character " + at)
                    .matches(found -> found.isEmpty() || lastBitsOfTheSignature);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.e30", "é.é.é", "null", "W10.W10.W10"})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(verify(text)).isEmpty();
    }

    @Test
    void deeplyNestedTokenIsRefused() {
        String nested = encode("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}");

        assertThat(verify(nested + ".e30.e30")).isEmpty();
        assertThat(verify(issued.substring(0, issued.indexOf('.')) + "." + nested + ".e30"))
                .isEmpty();
    }

    private Optional<AccessToken> verify(String token) {
        return tokens.verify(token, DOMAIN, AUDIENCE);
    }

    private Optional<AccessToken> at(Instant now, String token) {
        return TestTokens.tokens(KEYS, now).verify(token, DOMAIN, AUDIENCE);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(DOMAIN.issuer())
                .subject("members|4711")
                .audience(AUDIENCE)
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .claim("client_id", "web")
                .claim("scope", "openid")
                .claim("auth_time", SIGNED_IN.getEpochSecond());
    }

    private String sign(JWTClaimsSet.Builder claims) throws JOSEException {
        return sign(header(JWSAlgorithm.ES256, es256.id()).build(), claims, signer());
    }

    private JWSSigner signer() throws JOSEException {
        return new ECDSASigner((ECPrivateKey) es256.privateKey());
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(keyId);
    }

    private static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
