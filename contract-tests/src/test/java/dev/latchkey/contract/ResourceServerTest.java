package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 9068 §4: access tokens at an API that knows the issuer's discovery document and nothing else. */
class ResourceServerTest {
    private static final String API = "https://api.example.com/";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    @DisplayName("access_token: RFC 9068, aud the asked audience; ES256 by default, configurable. id_token: RS256")
    void apiTakesTheTokensThatAreForItAndNoOthers(SigningAlgorithm algorithm) throws Exception {
        try (Deployment deployment = deployment(algorithm)) {
            ContractClient web = deployment.web().withAudience(API).withScope("openid read:orders");
            Answer tokens = web.signup(authenticator, profile("a@example.com")).expect(200);
            ResourceServer api = new ResourceServer(deployment, API, JWSAlgorithm.parse(algorithm.jwsName()), clock);

            JWTClaimsSet claims = api.verify(tokens.text("access_token"));
            assertThat(claims.getStringClaim("client_id")).isEqualTo("web");
            assertThat(claims.getStringClaim("scope")).contains("read:orders");
            assertThat(SignedJWT.parse(tokens.text("id_token"))
                            .getHeader()
                            .getAlgorithm()
                            .getName())
                    .isEqualTo("RS256");

            String forUserinfo = deployment.web().login(authenticator).text("access_token");
            for (String other : List.of(tokens.text("id_token"), forUserinfo, tampered(tokens.text("access_token")))) {
                assertThatThrownBy(() -> api.verify(other)).isInstanceOf(BadJOSEException.class);
            }
            clock.advance(Duration.ofHours(1).plusMinutes(1));
            assertThatThrownBy(() -> api.verify(tokens.text("access_token")))
                    .isInstanceOf(BadJOSEException.class)
                    .hasMessageContaining("Expired");
        }
    }

    @ParameterizedTest
    @EnumSource(AccessTokenAlgorithm.class)
    void ownEndpointsTakeTheirTokens(AccessTokenAlgorithm algorithm) throws Exception {
        try (Deployment deployment = deployment(algorithm)) {
            ContractClient web = deployment.web();
            String token = Scenario.myAccountToken(web, authenticator, "a@example.com");

            web.withBearer(token).myAccount().list().expect(200);
            web.withBearer(web.login(authenticator).text("access_token"))
                    .userinfo()
                    .expect(200);
            Shapes.problem(web.withBearer(tampered(token)).myAccount().list(), 401);
        }
    }

    @Test
    void tokenByHs256IsForLatchkeyAlone() throws Exception {
        try (Deployment deployment = deployment(AccessTokenAlgorithm.HS256)) {
            ContractClient web = deployment.web();
            SignedJWT token = SignedJWT.parse(Scenario.myAccountToken(web, authenticator, "a@example.com"));
            JsonNode keys = web.jwks().body().path("keys");

            assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
            assertThat(keys.findValuesAsText("kty")).contains("RSA").doesNotContain("oct");
            assertThat(keys.findValuesAsText("kid"))
                    .doesNotContain(token.getHeader().getKeyID());

            SignedJWT forged = new SignedJWT(token.getHeader(), token.getJWTClaimsSet());
            forged.sign(new MACSigner(rsaKey(web).toRSAPublicKey().getEncoded()));
            Shapes.problem(web.withBearer(forged.serialize()).myAccount().list(), 401);
            Shapes.oauthError(web.withAudience(API).login(authenticator), 400, "invalid_request");
        }
    }

    private static RSAKey rsaKey(ContractClient web) throws Exception {
        return JWKSet.parse(web.jwks().body().toString()).getKeys().stream()
                .filter(key -> key.getKeyType().equals(KeyType.RSA))
                .findFirst()
                .orElseThrow()
                .toRSAKey();
    }

    private Deployment deployment(SigningAlgorithm algorithm) throws Exception {
        return deployment(AccessTokenAlgorithm.of(algorithm));
    }

    private Deployment deployment(AccessTokenAlgorithm algorithm) throws Exception {
        return Deployment.start(
                config -> config.tokens(tokens -> tokens.accessTokenAlgorithm(algorithm))
                        .client("web", client -> client.allowedOrigins(Deployment.ORIGIN)
                                .myAccount(true)
                                .audiences(algorithm.signing().isPresent() ? new String[] {API} : new String[0])
                                .scopes("read:orders")),
                clock);
    }

    /**
     * With another first character of the signature, not the same one in the other case: Jetty takes a header that differs by case alone from one
     * of the same connection for that one.
     */
    private static String tampered(String token) {
        int at = token.lastIndexOf('.') + 1;
        return token.substring(0, at) + (token.charAt(at) == '1' ? '2' : '1') + token.substring(at + 1);
    }
}
