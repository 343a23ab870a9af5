package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.DpopPolicy;
import dev.latchkey.config.Grant;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.DpopProof;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** §3: "DPoP (RFC 9449): a valid DPoP header binds the tokens (cnf.jkt, token_type: "DPoP")". */
class DpopTokenTest {
    private static final String OFFLINE = "openid offline_access";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final DpopKey key = DpopKey.es256();
    private final DpopKey otherKey = DpopKey.es256();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment =
                Deployment.start(config -> config.client("strict", client -> client.allowedOrigins(Deployment.ORIGIN)
                                .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                                .dpop(DpopPolicy.REQUIRED))
                        .client("backend", client -> client.secrets(Deployment.BACKEND_SECRET)
                                .allowedOrigins(Deployment.ORIGIN)
                                .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN))
                        .client("plain", client -> client.allowedOrigins(Deployment.ORIGIN)
                                .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                                .dpop(DpopPolicy.OFF)));
        web = deployment.web().withScope(OFFLINE);
        web.signup(authenticator, profile("a@example.com")).expect(200);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: a valid DPoP header binds the tokens (cnf.jkt, token_type: \"DPoP\")")
    void proofBindsTheAccessTokenToItsKey() throws Exception {
        for (DpopKey each : List.of(key, DpopKey.rs256(), DpopKey.ed25519())) {
            Answer tokens = proving(web, each).login(authenticator).expect(200);

            assertThat(tokens.text("token_type")).isEqualTo("DPoP");
            assertThat(boundTo(tokens)).contains(each.thumbprint());
            assertThat(SignedJWT.parse(tokens.text("id_token"))
                            .getJWTClaimsSet()
                            .getClaims())
                    .doesNotContainKey("cnf");
        }
        Answer signup = proving(web, key).signup(new SoftwareAuthenticator(), profile("b@example.com"));
        assertThat(boundTo(signup.expect(200))).contains(key.thumbprint());
    }

    @Test
    void withoutAProofTheTokensAreBearerTokens() throws Exception {
        Answer tokens = web.login(authenticator).expect(200);

        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        assertThat(boundTo(tokens)).isEmpty();
        assertThat(web.refresh(tokens.text("refresh_token")).text("token_type")).isEqualTo("Bearer");
    }

    /** "the refresh token MUST be bound to the respective public key" (RFC 9449 §5). */
    @Test
    void refreshTokenOfAPublicClientServesItsKeyAlone() throws Exception {
        String token = proving(web, key).login(authenticator).text("refresh_token");

        Shapes.oauthError(web.refresh(token), 400, "invalid_grant");
        Shapes.oauthError(proving(web, otherKey).refresh(token), 400, "invalid_grant");

        Answer next = proving(web, key).refreshByForm(token).expect(200);
        assertThat(next.text("token_type")).isEqualTo("DPoP");
        assertThat(boundTo(next)).contains(key.thumbprint());
        Shapes.oauthError(web.refresh(next.text("refresh_token")), 400, "invalid_grant");
        proving(web, key).refresh(next.text("refresh_token")).expect(200);
    }

    @Test
    void firstProofOfAPublicClientBindsItsRefreshToken() throws Exception {
        String token = web.login(authenticator).text("refresh_token");

        Answer bound = proving(web, key).refresh(token).expect(200);

        assertThat(boundTo(bound)).contains(key.thumbprint());
        Shapes.oauthError(web.refresh(bound.text("refresh_token")), 400, "invalid_grant");
        proving(web, key).refresh(bound.text("refresh_token")).expect(200);
    }

    /** "Refresh tokens issued to confidential clients … are not bound to the DPoP proof public key" (RFC 9449 §5). */
    @Test
    void refreshTokenOfAConfidentialClientIsBoundToNoKey() throws Exception {
        ContractClient backend = web.withClientId("backend").withSecret(Deployment.BACKEND_SECRET);
        Answer first = proving(backend, key).login(authenticator).expect(200);

        Answer second =
                proving(backend, otherKey).refresh(first.text("refresh_token")).expect(200);
        Answer third = backend.refresh(second.text("refresh_token")).expect(200);

        assertThat(boundTo(first)).contains(key.thumbprint());
        assertThat(boundTo(second)).contains(otherKey.thumbprint());
        assertThat(boundTo(third)).isEmpty();
    }

    @Test
    @DisplayName("§3: 400 invalid_dpop_proof")
    void bentProofIsRefusedBeforeAnythingIsSpent() {
        Answer challenge = web.passkeyChallenge();
        var answer = web.get(authenticator, challenge, Bend.none());
        String refreshToken = web.login(authenticator).text("refresh_token");
        String before = deployment.contents();
        for (var bend : bends().entrySet()) {
            ContractClient bent = web.withDpop(deployment.uri(), key, bend.getValue());

            invalidProof(bend.getKey(), bent.token(challenge.text("auth_session"), answer));
            invalidProof(bend.getKey(), bent.refresh(refreshToken));
        }

        assertThat(deployment.contents()).isEqualTo(before);
        proving(web, key).token(challenge.text("auth_session"), answer).expect(200);
        proving(web, key).refresh(refreshToken).expect(200);
    }

    private Map<String, UnaryOperator<DpopProof>> bends() {
        return Map.ofEntries(
                Map.entry("alg none", DpopProof::unsigned),
                Map.entry("HS256 with the public key", DpopProof::hmac),
                Map.entry("another typ", proof -> proof.header("typ", "JWT")),
                Map.entry("a private key", proof -> proof.header("jwk", key.privateJwk())),
                Map.entry("the signature of another key", proof -> proof.signedBy(otherKey)),
                Map.entry("another method", proof -> proof.htm("GET")),
                Map.entry("another address", proof -> proof.htu(deployment.uri() + "/userinfo")),
                Map.entry("another host", proof -> proof.htu("https://evil.example/oauth/token")),
                Map.entry("an hour old", proof -> proof.issuedAt(Instant.now().minusSeconds(3600))),
                Map.entry(
                        "of the next hour",
                        proof -> proof.issuedAt(Instant.now().plusSeconds(3600))),
                Map.entry("no jti", proof -> proof.withoutClaim("jti")),
                Map.entry("a long jti", proof -> proof.jti("x".repeat(300))),
                Map.entry("too long", proof -> proof.htu("x".repeat(4000))));
    }

    @Test
    void headerThatIsNoProofIsRefused() {
        for (String header : List.of("x", "a.b.c", "Bearer x", "..")) {
            invalidProof(header, web.withHeader("DPoP", header).login(authenticator));
        }
    }

    /** "There is not more than one DPoP HTTP request header field" (RFC 9449 §4.3). */
    @Test
    void twoProofsAreRefused() throws Exception {
        String uri = "http://localhost/oauth/token";
        String body = Bodies.of(
                        "client_id",
                        "web",
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        web.login(authenticator).text("refresh_token"))
                .toString();
        RawTransport raw = new RawTransport(deployment.port(), "localhost");
        String proof = "DPoP: " + key.proof("POST", uri).serialize();
        String another = "DPoP: " + key.proof("POST", uri).serialize();
        String type = "Content-Type: application/json";
        String length = "Content-Length: " + body.length();

        assertThat(raw.send("POST /oauth/token", List.of(proof, another, type, length), Bytes.utf8(body))
                        .status())
                .isEqualTo(400);
        assertThat(raw.send("POST /oauth/token", List.of(proof, type, length), Bytes.utf8(body))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void clientThatNeedsProofsGetsNoTokensWithout() {
        ContractClient strict = web.withClientId("strict");

        invalidProof("login", strict.login(authenticator));
        invalidProof("refresh", strict.refresh("any"));
        Answer tokens = proving(strict, key).login(authenticator).expect(200);
        assertThat(tokens.text("token_type")).isEqualTo("DPoP");
        proving(strict, key).refresh(tokens.text("refresh_token")).expect(200);
    }

    @Test
    void proofOfAClientForWhichTheyAreOffIsNotLookedAt() throws Exception {
        ContractClient plain = web.withClientId("plain");

        Answer tokens = proving(plain, key).login(authenticator).expect(200);

        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        assertThat(boundTo(tokens)).isEmpty();
        plain.withHeader("DPoP", "nonsense")
                .refresh(tokens.text("refresh_token"))
                .expect(200);
    }

    @Test
    @DisplayName("§3: a replayed proof jti is refused")
    void proofServesOnce() {
        ContractClient replaying = web.withDpop(deployment.uri(), key, proof -> proof.jti("used before"));
        ContractClient another = web.withDpop(deployment.uri(), otherKey, proof -> proof.jti("used before"));
        String refreshToken = replaying.login(authenticator).expect(200).text("refresh_token");

        invalidProof("login", replaying.login(authenticator));
        invalidProof("signup", replaying.signup(new SoftwareAuthenticator(), profile("b@example.com")));
        invalidProof("refresh", replaying.refresh(refreshToken));

        assertThat(deployment.rows("latchkey_account")).isEqualTo(1);
        another.login(authenticator).expect(200);
        proving(web, key).refresh(refreshToken).expect(200);
    }

    /** Who replays a whole request, proof and all, does not end the family of the one who sent it first. */
    @Test
    void replayedRefreshDoesNotRevokeTheFamily() {
        String token = proving(web, key).login(authenticator).text("refresh_token");
        ContractClient fixed = web.withDpop(deployment.uri(), key, proof -> proof.jti("of the refresh"));
        String next = fixed.refresh(token).expect(200).text("refresh_token");

        invalidProof("replay", fixed.refresh(token));

        proving(web, key).refresh(next).expect(200);
    }

    private ContractClient proving(ContractClient client, DpopKey proven) {
        return client.withDpop(deployment.uri(), proven);
    }

    private static void invalidProof(String what, Answer answer) {
        assertThat(answer.body().path("error").asText()).as(what).isEqualTo("invalid_dpop_proof");
        Shapes.oauthError(answer, 400, "invalid_dpop_proof");
    }

    private static Optional<Object> boundTo(Answer tokens) throws ParseException {
        Map<String, Object> confirmation =
                SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet().getJSONObjectClaim("cnf");
        return Optional.ofNullable(confirmation).map(cnf -> cnf.get("jkt"));
    }
}
