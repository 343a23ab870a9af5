package dev.latchkey.token;

import static dev.latchkey.token.TestTokens.DOMAIN;
import static dev.latchkey.token.TestTokens.NOW;
import static dev.latchkey.token.TestTokens.authorization;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.wellknown.Jwks;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Access tokens by HS256, which Latchkey alone verifies. */
class MacTokenTest {
    private static final String SECRET = "the first secret of all the secrets";
    private static final String NEW_SECRET = "a new secret, after all the secrets";
    private static final SigningKeys KEYS = TestTokens.keys();

    private final Sealer sealer = TestTokens.sealer(SECRET);
    private final Tokens tokens = tokens(AccessTokenAlgorithm.HS256, sealer);
    private final String issued = issuedBy(tokens);

    @Test
    @DisplayName("RFC 9068 §2.1: at+jwt, by HS256, with a kid that the JWKS does not have")
    void tokenIsAuthenticatedAndItsKeyUnpublished() throws Exception {
        JWSHeader header = SignedJWT.parse(issued).getHeader();

        assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(header.getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(Jwks.of(KEYS.all()).toString())
                .doesNotContain(header.getKeyID())
                .doesNotContain("oct");
        assertThat(accepts(tokens, issued)).isTrue();
        assertThat(tokens.isAccessToken(issued, DOMAIN)).isTrue();
    }

    @Test
    void idTokenIsStillSigned() throws Exception {
        String idToken = tokens.issue(authorization(DOMAIN.userinfoAudience(), "openid"), Optional.empty())
                .idToken()
                .orElseThrow();

        assertThat(SignedJWT.parse(idToken).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    }

    @Test
    void nodeWithTheSameSecretAcceptsIt() {
        assertThat(accepts(tokens(AccessTokenAlgorithm.HS256, TestTokens.sealer(SECRET)), issued))
                .isTrue();
        assertThat(accepts(tokens(AccessTokenAlgorithm.HS256, TestTokens.sealer(NEW_SECRET)), issued))
                .isFalse();
    }

    @Test
    void formerSecretVerifiesAndTheNewOneMakes() {
        Tokens rotated = tokens(AccessTokenAlgorithm.HS256, TestTokens.sealer(NEW_SECRET, SECRET));

        assertThat(accepts(rotated, issued)).isTrue();
        assertThat(accepts(tokens, issuedBy(rotated))).isFalse();
        assertThat(accepts(tokens(AccessTokenAlgorithm.HS256, TestTokens.sealer(NEW_SECRET)), issuedBy(rotated)))
                .isTrue();
    }

    @Test
    void whereItIsNotConfiguredItIsRefused() {
        for (AccessTokenAlgorithm other : AccessTokenAlgorithm.values()) {
            assertThat(accepts(tokens(other, sealer), issued))
                    .as(other.name())
                    .isEqualTo(other == AccessTokenAlgorithm.HS256);
        }
    }

    @Test
    void signedTokenOfBeforeTheChangeStaysGood() {
        assertThat(accepts(tokens, issuedBy(tokens(AccessTokenAlgorithm.ES256, sealer))))
                .isTrue();
    }

    @Test
    @DisplayName("RFC 8725 §2.1: a public key is no secret, under whatever kid")
    void publicKeyAsSecretIsRefused() throws Exception {
        for (SigningKey key : KEYS.all()) {
            JWSSigner signer = new MACSigner(key.publicKey().getEncoded());
            assertThat(accepts(tokens, resigned(JWSAlgorithm.HS256, key.id(), signer)))
                    .isFalse();
            assertThat(accepts(tokens, resigned(JWSAlgorithm.HS256, keyId(), signer)))
                    .isFalse();
        }
    }

    @Test
    void keyServesItsOwnAlgorithmAlone() throws Exception {
        SecretKey key = sealer.derive("access-token-hs256").get(0).key();
        byte[] twice = new byte[64];
        System.arraycopy(key.getEncoded(), 0, twice, 0, 32);
        JWSSigner es256 = new ECDSASigner(
                (ECPrivateKey) KEYS.current(SigningAlgorithm.ES256).privateKey());

        assertThat(accepts(tokens, resigned(JWSAlgorithm.HS256, keyId(), new MACSigner(key))))
                .isTrue();
        assertThat(accepts(tokens, resigned(JWSAlgorithm.HS512, keyId(), new MACSigner(twice))))
                .isFalse();
        assertThat(accepts(tokens, resigned(JWSAlgorithm.ES256, keyId(), es256)))
                .isFalse();
    }

    @Test
    void keyOfAnotherPurposeIsRefused() throws Exception {
        JWSSigner signer = new MACSigner(sealer.derive("auth-session").get(0).key());

        assertThat(accepts(tokens, resigned(JWSAlgorithm.HS256, keyId(), signer)))
                .isFalse();
    }

    @Test
    void keyThatIsNotNamedOrUnknownIsRefused() throws Exception {
        JWSSigner signer =
                new MACSigner(sealer.derive("access-token-hs256").get(0).key());

        assertThat(accepts(tokens, signed(header(JWSAlgorithm.HS256).build(), signer)))
                .isFalse();
        assertThat(accepts(tokens, resigned(JWSAlgorithm.HS256, "00000000", signer)))
                .isFalse();
    }

    @Test
    void unknownCriticalHeaderIsRefused() throws Exception {
        JWSHeader header = header(JWSAlgorithm.HS256)
                .keyID(keyId())
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();
        JWSSigner signer =
                new MACSigner(sealer.derive("access-token-hs256").get(0).key());

        assertThat(accepts(tokens, signed(header, signer))).isFalse();
    }

    @Test
    void everyChangedCharacterIsRefused() {
        for (int at = 0; at < issued.length() - 1; at++) {
            char other = issued.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(accepts(tokens, issued.substring(0, at) + other + issued.substring(at + 1)))
                    .as("character " + at)
                    .isFalse();
        }
    }

    private String keyId() {
        return sealer.derive("access-token-hs256").get(0).id();
    }

    private String resigned(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws Exception {
        return signed(header(algorithm).keyID(keyId).build(), signer);
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt"));
    }

    private String signed(JWSHeader header, JWSSigner signer) throws Exception {
        SignedJWT jwt = new SignedJWT(header, SignedJWT.parse(issued).getJWTClaimsSet());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Tokens tokens(AccessTokenAlgorithm algorithm, Sealer sealer) {
        TokenSettings settings = new TokenSettings(
                TestTokens.SETTINGS.accessTokenLifetime(),
                TestTokens.SETTINGS.idTokenLifetime(),
                TestTokens.SETTINGS.refreshTokenIdleLifetime(),
                TestTokens.SETTINGS.refreshTokenLifetime(),
                algorithm);
        return new Tokens(settings, KEYS, sealer, Crypto.JVM, TestTokens.at(NOW));
    }

    private static String issuedBy(Tokens tokens) {
        return tokens.issue(authorization(DOMAIN.userinfoAudience(), "profile"), Optional.empty())
                .accessToken();
    }

    private static boolean accepts(Tokens tokens, String token) {
        return tokens.verify(token, DOMAIN, DOMAIN.userinfoAudience()).isPresent();
    }
}
