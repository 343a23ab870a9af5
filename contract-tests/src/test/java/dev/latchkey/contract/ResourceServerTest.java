package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
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
    @EnumSource(SigningAlgorithm.class)
    void ownEndpointsTakeTheirTokens(SigningAlgorithm algorithm) throws Exception {
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

    private Deployment deployment(SigningAlgorithm algorithm) throws Exception {
        return Deployment.start(
                config -> config.tokens(tokens -> tokens.accessTokenAlgorithm(algorithm))
                        .client("web", client -> client.allowedOrigins(Deployment.ORIGIN)
                                .myAccount(true)
                                .audiences(API)
                                .scopes("read:orders")),
                clock);
    }

    /** With another first character of the signature. */
    private static String tampered(String token) {
        int at = token.lastIndexOf('.') + 1;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }
}
