package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** §3: the tokens, verified against the served keys as a resource server and an SDK do. */
class IssuedTokensTest {
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.realm("default", realm -> realm.organizations("org_1"))
                        .client("backend", client -> client.secrets(Deployment.BACKEND_SECRET)),
                clock);
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: iss is exactly https://HOST/ (trailing slash) … id_token: RS256 (spa-js refuses any other), sub, "
            + "aud=client_id, iat, exp, auth_time, amr:[\"phr\"…], sid")
    void idTokenSaysWhoAndHow() throws Exception {
        Answer tokens = web.signup(
                        authenticator,
                        profile("a@example.com")
                                .put("name", "Ann Example")
                                .put("nickname", "Annie")
                                .put("given_name", "Ann")
                                .put("family_name", "Example")
                                .put("picture", "https://img.example.com/a.png"))
                .expect(200);
        SignedJWT idToken = verified(tokens.text("id_token"));
        JWTClaimsSet claims = idToken.getJWTClaimsSet();

        assertThat(idToken.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "iat",
                        "exp",
                        "auth_time",
                        "amr",
                        "sid",
                        "name",
                        "nickname",
                        "given_name",
                        "family_name",
                        "picture",
                        "email",
                        "email_verified");
        assertThat(claims.getIssuer()).isEqualTo("https://localhost/");
        assertThat(claims.getAudience()).containsExactly("web");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(clock.instant()));
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(clock.instant().plusSeconds(3600)));
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(clock.instant().getEpochSecond());
        assertThat(claims.getStringListClaim("amr")).contains("phr");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getStringClaim("name")).isEqualTo("Ann Example");
        assertThat(claims.getStringClaim("email")).isEqualTo("a@example.com");
        assertThat(claims.getBooleanClaim("email_verified")).isFalse();
    }

    @Test
    @DisplayName(
            "§3: Tokens: JWTs … access_token: RFC 9068 (typ: at+jwt), aud the asked audience, client_id, scope, jti; "
                    + "ES256 by default")
    void accessTokenSaysForWhatAndForWhom() throws Exception {
        Answer tokens = web.signup(authenticator, profile("a@example.com")).expect(200);
        SignedJWT accessToken = verified(tokens.text("access_token"));
        JWTClaimsSet claims = accessToken.getJWTClaimsSet();

        assertThat(accessToken.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(accessToken.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "exp", "auth_time", "client_id", "scope", "jti");
        assertThat(claims.getIssuer()).isEqualTo("https://localhost/");
        assertThat(claims.getAudience()).containsExactly("https://localhost/userinfo");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("web");
        assertThat(claims.getStringClaim("scope")).isEqualTo(tokens.text("scope"));
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(clock.instant()
                        .plusSeconds(tokens.body().path("expires_in").asLong())));
    }

    @Test
    void askedAudienceIsTheTokens() throws Exception {
        String token = Scenario.myAccountToken(web, authenticator, "a@example.com");

        assertThat(verified(token).getJWTClaimsSet().getAudience()).containsExactly("https://localhost/me/");
    }

    @Test
    void subjectIsOfTheAccountAndSessionOfTheSignIn() throws Exception {
        Answer signup = web.signup(authenticator, profile("a@example.com")).expect(200);
        Answer login = web.login(authenticator).expect(200);
        Answer other = web.signup(new SoftwareAuthenticator(), profile("b@example.com"))
                .expect(200);

        assertThat(claim(login, "id_token", "sub")).isEqualTo(claim(signup, "id_token", "sub"));
        assertThat(claim(login, "access_token", "sub")).isEqualTo(claim(signup, "id_token", "sub"));
        assertThat(claim(other, "id_token", "sub")).isNotEqualTo(claim(signup, "id_token", "sub"));
        assertThat(claim(login, "id_token", "sid")).isNotEqualTo(claim(signup, "id_token", "sid"));
        assertThat(claim(login, "access_token", "jti")).isNotEqualTo(claim(signup, "access_token", "jti"));
    }

    @Test
    @DisplayName("§3: profile claims by scope (profile, email, phone)")
    void claimsAreOpenedByTheirScopesAlone() throws Exception {
        web.signup(authenticator, profile("a@example.com").put("name", "Ann")).expect(200);

        JWTClaimsSet bare = verified(
                        web.withScope("openid").login(authenticator).text("id_token"))
                .getJWTClaimsSet();
        JWTClaimsSet email = verified(
                        web.withScope("openid email").login(authenticator).text("id_token"))
                .getJWTClaimsSet();
        JWTClaimsSet named = verified(
                        web.withScope("openid profile").login(authenticator).text("id_token"))
                .getJWTClaimsSet();

        assertThat(bare.getClaims()).doesNotContainKeys("email", "email_verified", "name");
        assertThat(email.getClaims()).containsKeys("email", "email_verified").doesNotContainKey("name");
        assertThat(named.getClaims()).containsEntry("name", "Ann").doesNotContainKey("email");
        assertThat(web.withScope("profile").login(authenticator).expect(200).has("id_token"))
                .isFalse();
    }

    @Test
    @DisplayName("§1: carried into the tokens as org_id")
    void organizationIsInBothTokens() throws Exception {
        Answer signup = web.withOrganization("org_1")
                .signup(authenticator, profile("a@example.com"))
                .expect(200);
        Answer challenge = web.withOrganization("org_1").passkeyChallenge();
        Answer login = web.token(challenge.text("auth_session"), web.get(authenticator, challenge, Bend.none()))
                .expect(200);
        Answer without = web.passkeyChallenge();

        for (Answer tokens : List.of(signup, login)) {
            assertThat(claim(tokens, "id_token", "org_id")).isEqualTo("org_1");
            assertThat(claim(tokens, "access_token", "org_id")).isEqualTo("org_1");
        }
        Shapes.oauthError(
                web.withOrganization("org_1")
                        .token(without.text("auth_session"), web.get(authenticator, without, Bend.none())),
                400,
                "invalid_grant");
    }

    @Test
    @DisplayName(
            "§3: GET /.well-known/jwks.json, GET /.well-known/openid-configuration … no authorization_endpoint, for "
                    + "there is none")
    void discoveryNamesWhatThereIs() {
        Answer discovery = web.discovery().expect(200);
        JsonNode json = discovery.body();

        assertThat(json.path("issuer").asText()).isEqualTo("https://localhost/");
        assertThat(json.path("token_endpoint").asText()).isEqualTo("https://localhost/oauth/token");
        assertThat(json.path("jwks_uri").asText()).isEqualTo("https://localhost/.well-known/jwks.json");
        assertThat(json.has("authorization_endpoint")).isFalse();
        assertThat(texts(json.path("grant_types_supported")))
                .containsExactlyInAnyOrder(ContractClient.WEBAUTHN_GRANT, "refresh_token");
        assertThat(texts(json.path("scopes_supported")))
                .contains("openid", "profile", "email", "phone", "offline_access", "create:me:authentication_methods");
        assertThat(texts(json.path("id_token_signing_alg_values_supported"))).containsExactly("RS256");
        assertThat(discovery.header("Content-Type")).contains("application/json");
    }

    @Test
    void servedKeysAreThePublicHalvesAlone() throws Exception {
        JWKSet keys = keys();

        assertThat(keys.getKeys()).hasSize(2).allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
            assertThat(key.getKeyID()).isNotBlank();
            assertThat(key.getAlgorithm().getName()).isIn("RS256", "ES256");
        });
        assertThat(keys.getKeys()).extracting(JWK::size).containsExactlyInAnyOrder(2048, 256);
        assertThat(web.jwks().header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age"));
    }

    private Object claim(Answer tokens, String token, String name) throws Exception {
        return verified(tokens.text(token)).getJWTClaimsSet().getClaim(name);
    }

    private SignedJWT verified(String token) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        JWK key = keys().getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(key).as("the token's key is served").isNotNull();
        assertThat(key.getAlgorithm()).isEqualTo(jwt.getHeader().getAlgorithm());
        boolean good = key.getKeyType().getValue().equals("RSA")
                ? jwt.verify(new RSASSAVerifier(key.toRSAKey()))
                : jwt.verify(new ECDSAVerifier(key.toECKey()));
        assertThat(good).as("signature").isTrue();
        return jwt;
    }

    private JWKSet keys() throws ParseException {
        return JWKSet.parse(deployment.web().jwks().expect(200).body().toString());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
