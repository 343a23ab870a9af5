package dev.latchkey.token;

import static dev.latchkey.token.TestTokens.AUDIENCE;
import static dev.latchkey.token.TestTokens.NOW;
import static dev.latchkey.token.TestTokens.SIGNED_IN;
import static dev.latchkey.token.TestTokens.authorization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.latchkey.wellknown.Jwks;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens as a resource server and a client see them: verified with nothing but the JWKS document. */
class IssuedTokensTest {
    private static final SigningKeys KEYS = TestTokens.keys();
    private final Tokens tokens = TestTokens.tokens(KEYS, NOW);

    @Test
    void accessTokenIsAnRfc9068TokenByEs256() throws Exception {
        IssuedTokens issued = tokens.issue(authorization(AUDIENCE, "openid", "read:orders"), Optional.empty());

        JWTClaimsSet claims = verify(issued.accessToken(), JWSAlgorithm.ES256, "at+jwt");

        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "iat", "exp", "auth_time", "client_id", "scope", "jti", "org_id");
        assertThat(claims.getIssuer()).isEqualTo("https://auth.example.com/");
        assertThat(claims.getSubject()).isEqualTo("members|4711");
        assertThat(claims.getAudience()).containsExactly(AUDIENCE);
        assertThat(claims.getStringClaim("client_id")).isEqualTo("web");
        assertThat(claims.getStringClaim("scope")).isEqualTo("openid read:orders");
        assertThat(claims.getStringClaim("org_id")).isEqualTo("org_1");
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(SIGNED_IN.getEpochSecond());
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(issued.expiresIn()).isEqualTo(Duration.ofMinutes(10));
    }

    /** "the jkt confirmation method … MUST be … the base64url encoding … of the JWK SHA-256 Thumbprint" (RFC 9449 §6.1). */
    @Test
    void accessTokenNamesTheKeyThatItIsBoundToAndTheIdTokenDoesNot() throws Exception {
        IssuedTokens issued = tokens.issue(TestTokens.boundTo("a-thumbprint", "openid"), Optional.empty());

        assertThat(verify(issued.accessToken(), JWSAlgorithm.ES256, "at+jwt").getClaim("cnf"))
                .isEqualTo(Map.of("jkt", "a-thumbprint"));
        assertThat(verify(issued.idToken().orElseThrow(), JWSAlgorithm.RS256, "JWT")
                        .getClaims())
                .doesNotContainKey("cnf");
        assertThat(issued.tokenType()).isEqualTo("DPoP");
        assertThat(tokens.issue(authorization(AUDIENCE, "openid"), Optional.empty())
                        .tokenType())
                .isEqualTo("Bearer");
    }

    @Test
    void idTokenIsByRs256AndForTheClientAlone() throws Exception {
        IssuedTokens issued = tokens.issue(authorization(AUDIENCE, "openid"), Optional.empty());

        JWTClaimsSet claims = verify(issued.idToken().orElseThrow(), JWSAlgorithm.RS256, "JWT");

        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "exp", "auth_time", "amr", "sid", "org_id");
        assertThat(claims.getIssuer()).isEqualTo("https://auth.example.com/");
        assertThat(claims.getAudience()).containsExactly("web");
        assertThat(claims.getStringListClaim("amr")).startsWith("phr");
        assertThat(claims.getStringClaim("sid")).isEqualTo("a-sign-in");
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(SIGNED_IN.getEpochSecond());
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofHours(10)));
    }

    @Test
    void scopesOpenTheirClaims() throws Exception {
        assertThat(idToken("openid", "profile").getClaims())
                .containsEntry("name", "Ada Lovelace")
                .containsEntry("nickname", "Countess")
                .containsEntry("given_name", "Ada")
                .containsEntry("family_name", "Lovelace")
                .containsEntry("picture", "https://example.com/ada.png")
                .containsEntry("preferred_username", "ada")
                .doesNotContainKeys("email", "phone_number", "email_verified", "username", "theme", "roles");
        assertThat(idToken("openid", "email").getClaims())
                .containsEntry("email", "ada@example.com")
                .doesNotContainKeys("name", "phone_number");
        assertThat(idToken("openid", "phone").getClaims())
                .containsEntry("phone_number", "+441234567890")
                .doesNotContainKeys("name", "email");
    }

    @Test
    void onlyAProvenIdentifierIsCalledVerified() throws Exception {
        Map<String, Object> claims = idToken("openid", "email", "phone").getClaims();

        assertThat(claims).containsEntry("email_verified", false).containsEntry("phone_number_verified", true);
    }

    @Test
    void withoutOpenidThereIsNoIdToken() {
        assertThat(tokens.issue(authorization(AUDIENCE, "email"), Optional.empty())
                        .idToken())
                .isEmpty();
    }

    @Test
    void everyAccessTokenHasAnIdOfItsOwn() throws Exception {
        Authorization granted = authorization(AUDIENCE, "openid");

        assertThat(List.of(accessToken(granted).getJWTID(), accessToken(granted).getJWTID()))
                .doesNotHaveDuplicates();
    }

    @Test
    void jwksDocumentShowsPublicHalvesAlone() throws ParseException {
        JWKSet set = JWKSet.parse(Jwks.of(KEYS.all()).toString());

        assertThat(set.getKeys()).hasSize(2).noneMatch(JWK::isPrivate);
        assertThat(set.getKeys())
                .extracting(key -> key.getAlgorithm().getName())
                .containsExactlyInAnyOrder("RS256", "ES256");
        assertThat(set.getKeys()).allMatch(key -> key.getKeyUse().getValue().equals("sig"));
        assertThat(set.getKeys())
                .extracting(JWK::getKeyID)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void keysOfAnotherProcessDoNotVerify() throws Exception {
        String foreign = TestTokens.tokens(TestTokens.keys(), NOW)
                .issue(authorization(AUDIENCE, "openid"), Optional.empty())
                .accessToken();

        assertThatThrownBy(() -> verify(foreign, JWSAlgorithm.ES256, "at+jwt")).isInstanceOf(BadJOSEException.class);
    }

    @Test
    void tokensAreNotInTheTextOfWhatHoldsThem() {
        IssuedTokens issued = tokens.issue(authorization(AUDIENCE, "openid"), Optional.of("a-refresh-token"));

        assertThat(issued.toString())
                .doesNotContain(issued.accessToken())
                .doesNotContain(issued.idToken().orElseThrow())
                .doesNotContain("a-refresh-token");
    }

    private JWTClaimsSet idToken(String... scopes) throws Exception {
        String token = tokens.issue(authorization(AUDIENCE, scopes), Optional.empty())
                .idToken()
                .orElseThrow();
        return verify(token, JWSAlgorithm.RS256, "JWT");
    }

    private JWTClaimsSet accessToken(Authorization granted) throws Exception {
        return SignedJWT.parse(tokens.issue(granted, Optional.empty()).accessToken())
                .getJWTClaimsSet();
    }

    private JWTClaimsSet verify(String token, JWSAlgorithm algorithm, String type) throws Exception {
        JWKSet published = JWKSet.parse(Jwks.of(KEYS.all()).toString());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(type)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(published)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor.process(token, null);
    }
}
