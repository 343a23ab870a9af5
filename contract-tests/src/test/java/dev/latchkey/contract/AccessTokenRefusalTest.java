package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.KeySettings;
import dev.latchkey.keys.KeyWrapping;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * "{@code alg: none}, HS256 with the public key, wrong {@code aud}, {@code iss}, {@code typ}, expired, not-yet-valid": tokens that are wrong in
 * one thing alone, by whoever has, where need be, the very key of the deployment.
 */
class AccessTokenRefusalTest {
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;
    private SignedJWT good;
    private SigningKey key;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> {}, clock);
        web = deployment.web();
        good = SignedJWT.parse(Scenario.myAccountToken(web, authenticator, "a@example.com"));
        key = keyOf(deployment, good.getHeader().getKeyID());
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void tokenMadeByTheDeploymentsOwnKeyIsTaken() throws Exception {
        web.withBearer(with(claims -> claims)).myAccount().list().expect(200);
    }

    @Test
    void wrongAudienceIsRefused() throws Exception {
        for (List<String> audience : List.of(
                List.of("https://localhost/userinfo"),
                List.of("https://localhost/me"),
                List.of("https://localhost/me/", "https://api.example.com/"),
                List.<String>of())) {
            assertRefused(with(claims -> claims.audience(audience)));
        }
    }

    @Test
    void wrongIssuerIsRefused() throws Exception {
        for (String issuer : List.of("https://localhost", "http://localhost/", "https://other.example/", "")) {
            assertRefused(with(claims -> claims.issuer(issuer)));
        }
        assertRefused(with(claims -> claims.issuer(null)));
    }

    @Test
    void expiredTokenIsRefused() throws Exception {
        Instant now = clock.instant();
        assertRefused(with(claims -> claims.expirationTime(Date.from(now))));
        assertRefused(with(claims -> claims.expirationTime(null)));
    }

    @Test
    void tokenThatIsNotYetValidIsRefused() throws Exception {
        Instant now = clock.instant();
        assertRefused(with(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(1)))));
    }

    @Test
    void wrongTypeIsRefused() throws Exception {
        for (String type : List.of("JWT", "at", "at+jwtx", "logout+jwt")) {
            assertRefused(signed(header(JWSAlgorithm.ES256).type(new JOSEObjectType(type)), ownSigner()));
        }
        assertRefused(signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.id()), ownSigner()));
    }

    @Test
    @DisplayName("RFC 8725 §3.2: alg none")
    void unsignedTokenIsRefused() {
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            String header = encode("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\",\"kid\":\"" + key.id() + "\"}");
            assertRefused(header + "." + good.getPayload().toBase64URL() + ".");
            assertRefused(header + "." + good.getPayload().toBase64URL() + "." + good.getSignature());
        }
    }

    @Test
    @DisplayName("RFC 8725 §2.1: HS256 with the public key as its secret, in every form in which it is published")
    void publicKeyAsSecretIsRefused() throws Exception {
        byte[] der = key.publicKey().getEncoded();
        ECKey jwk = ECKey.parse(
                web.jwks().body().at("/keys").findParents("x").get(0).toString());
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        List<byte[]> secrets = List.of(
                der,
                Arrays.copyOfRange(der, der.length - 64, der.length),
                ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n").getBytes(UTF_8),
                jwk.toJSONString().getBytes(UTF_8),
                web.jwks().body().toString().getBytes(UTF_8));
        for (byte[] secret : secrets) {
            assertRefused(signed(header(JWSAlgorithm.HS256), new MACSigner(secret)));
        }
    }

    @Test
    void foreignOrUnknownKeyIsRefused() throws Exception {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).generate();
        JWSSigner signer = new ECDSASigner(foreign);

        assertRefused(signed(header(JWSAlgorithm.ES256), signer));
        assertRefused(signed(header(JWSAlgorithm.ES256).jwk(foreign.toPublicJWK()), signer));
        assertRefused(signed(header(JWSAlgorithm.ES256).keyID("ES256-99"), ownSigner()));
        assertRefused(signed(header(JWSAlgorithm.ES256).keyID("RS256-1"), ownSigner()));
        assertRefused(signed(header(JWSAlgorithm.ES256).keyID(null), ownSigner()));
    }

    /** RFC 6750 §3.1: {@code invalid_token}, which is all that the client learns, and that it may come with a proof (RFC 9449 §7.1). */
    private void assertRefused(String token) {
        Answer answer = Shapes.problem(web.withBearer(token).myAccount().list(), 401);

        assertThat(answer.header("WWW-Authenticate"))
                .contains("Bearer error=\"invalid_token\", DPoP algs=\"ES256 RS256 Ed25519 EdDSA\"");
    }

    private String with(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(
                header(JWSAlgorithm.ES256),
                ownSigner(),
                change.apply(new JWTClaimsSet.Builder(good.getJWTClaimsSet())).build());
    }

    private String signed(JWSHeader.Builder header, JWSSigner signer) throws Exception {
        return signed(header, signer, good.getJWTClaimsSet());
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(header.build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.id());
    }

    private JWSSigner ownSigner() throws Exception {
        return new ECDSASigner((ECPrivateKey) key.privateKey());
    }

    private static SigningKey keyOf(Deployment deployment, String id) {
        KeySettings secret = new KeySettings(Optional.of(Deployment.KEYS_SECRET), List.of(), Optional.empty());
        KeyWrapping wrapping = new KeyWrapping(Sealer.of(secret, new SecureRandom()));
        return deployment.storage().inTransaction(work -> work.keys().findAll()).stream()
                .filter(stored -> stored.id().equals(id))
                .flatMap(stored -> wrapping.unwrap(stored).stream())
                .findFirst()
                .orElseThrow();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
