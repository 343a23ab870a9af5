package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.DpopPolicy;
import dev.latchkey.config.Grant;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.DpopProof;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** §4: "Bearer or DPoP access token", at My Account and at userinfo (RFC 9449 §7). */
class DpopResourceTest {
    private static final String INVALID_TOKEN = "DPoP error=\"invalid_token\", " + Shapes.DPOP_ALGORITHMS;
    private static final String INVALID_PROOF = "DPoP error=\"invalid_dpop_proof\", " + Shapes.DPOP_ALGORITHMS;

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final DpopKey key = DpopKey.es256();
    private Deployment deployment;
    private ContractClient web;
    private String accountToken = "";
    private String userinfoToken = "";

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
        accountToken = Scenario.myAccountToken(proving(key), authenticator, "a@example.com");
        userinfoToken = proving(key).login(authenticator).expect(200).text("access_token");
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§4: Bearer or DPoP access token with audience https://HOST/me/")
    void holderOfTheKeyIsServedByEveryCall() {
        MyAccountClient account = account(key);
        SoftwareAuthenticator second = new SoftwareAuthenticator();

        account.factors().expect(200);
        String id = account.enroll(second).expect(201).text("id");
        assertThat(account.list().expect(200).body().path("authentication_methods"))
                .hasSize(2);
        account.list("passkey").expect(200);
        account.get(id).expect(200);
        account.rename(id, "Renamed").expect(200);
        account.delete(id).expect(204);
        userinfo(key).userinfo().expect(200);
        userinfo(key).send("POST", "/userinfo").expect(200);
    }

    /** A raw bar and %7C in a path mean the same, whichever of them the proof names. */
    @Test
    void proofNamesTheBarOfAPathEitherWay() {
        String id =
                account(key).list().body().at("/authentication_methods/0/id").asText();
        String raw = deployment.uri() + "/me/v1/authentication-methods/" + id;
        String encoded = raw.replace("|", "%7C");

        for (String htu : List.of(raw, encoded, encoded.replace("%7C", "%7c"))) {
            ContractClient caller =
                    web.withDpopToken(accountToken).withDpop(deployment.uri(), key, proof -> proof.htu(htu));
            caller.myAccount().get(id).expect(200);
        }
    }

    /** RFC 9449 §7.2: a key-bound token that is sent as Bearer is refused. */
    @Test
    void boundTokenIsNoBearerToken() {
        for (ContractClient downgraded : List.of(web, proving(key))) {
            Answer account = downgraded.withBearer(accountToken).myAccount().list();
            Answer userinfo = downgraded.withBearer(userinfoToken).userinfo();

            Shapes.problem(account, 401);
            Shapes.oauthError(userinfo, 401, "invalid_token");
            assertChallenge(account, "Bearer error=\"invalid_token\", " + Shapes.DPOP);
            assertChallenge(userinfo, "Bearer error=\"invalid_token\", " + Shapes.DPOP);
        }
    }

    @Test
    void bearerTokenDoesNotBecomeABoundOneByAProof() {
        String bearer = Scenario.myAccountLogin(web, authenticator);

        Answer refused = proving(key).withDpopToken(bearer).myAccount().list();

        Shapes.problem(refused, 401);
        assertChallenge(refused, INVALID_TOKEN);
        proving(key).withBearer(bearer).myAccount().list().expect(200);
    }

    @Test
    void boundTokenWithoutAProofIsRefused() {
        Answer account = web.withDpopToken(accountToken).myAccount().list();
        Answer userinfo = web.withDpopToken(userinfoToken).userinfo();

        Shapes.problem(account, 401);
        Shapes.oauthError(userinfo, 401, "invalid_dpop_proof");
        assertChallenge(account, INVALID_PROOF);
        assertChallenge(userinfo, INVALID_PROOF);
    }

    @Test
    void proofOfAnotherKeyIsRefused() {
        DpopKey foreign = DpopKey.es256();

        assertChallenge(Shapes.problem(account(foreign).list(), 401), INVALID_TOKEN);
        assertChallenge(userinfo(foreign).userinfo().expectError(401, "invalid_token"), INVALID_TOKEN);
    }

    @Test
    void tokenThatIsNoneIsRefusedInItsScheme() {
        for (String token : List.of("x", userinfoToken, accountToken + "x")) {
            Answer answer = proving(key).withDpopToken(token).myAccount().list();

            assertChallenge(Shapes.problem(answer, 401), INVALID_TOKEN);
        }
    }

    @Test
    void bentProofIsRefused() {
        Map<String, UnaryOperator<DpopProof>> bends = Map.ofEntries(
                Map.entry("alg none", DpopProof::unsigned),
                Map.entry("HS256 with the public key", DpopProof::hmac),
                Map.entry("a private key", proof -> proof.header("jwk", key.privateJwk())),
                Map.entry("a flipped signature", proof -> proof.signature(honest -> honest.flipBit(9))),
                Map.entry("another method", proof -> proof.htm("DELETE")),
                Map.entry("another address", proof -> proof.htu(deployment.uri() + "/oauth/token")),
                Map.entry("no ath", proof -> proof.withoutClaim("ath")),
                Map.entry("the ath of another token", proof -> proof.accessToken("another")),
                Map.entry("an hour old", proof -> proof.issuedAt(Instant.now().minusSeconds(3600))),
                Map.entry(
                        "of the next hour",
                        proof -> proof.issuedAt(Instant.now().plusSeconds(3600))),
                Map.entry("no jti", proof -> proof.withoutClaim("jti")));
        bends.forEach((name, bend) -> {
            ContractClient bent = web.withDpop(deployment.uri(), key, bend);
            Answer account = bent.withDpopToken(accountToken).myAccount().list();
            Answer userinfo = bent.withDpopToken(userinfoToken).userinfo();

            assertThat(account.status()).as(name).isEqualTo(401);
            assertChallenge(Shapes.problem(account, 401), INVALID_PROOF);
            assertThat(account.text("type")).endsWith("#invalid-dpop-proof");
            assertChallenge(Shapes.oauthError(userinfo, 401, "invalid_dpop_proof"), INVALID_PROOF);
        });
    }

    @Test
    void proofServesOnceAtWhicheverResource() {
        ContractClient replaying = web.withDpop(deployment.uri(), key, proof -> proof.jti("used before"));
        replaying.withDpopToken(accountToken).myAccount().list().expect(200);

        Answer account = replaying.withDpopToken(accountToken).myAccount().list();
        Answer userinfo = replaying.withDpopToken(userinfoToken).userinfo();
        Answer token = replaying.login(authenticator);

        assertChallenge(Shapes.problem(account, 401), INVALID_PROOF);
        assertChallenge(Shapes.oauthError(userinfo, 401, "invalid_dpop_proof"), INVALID_PROOF);
        Shapes.oauthError(token, 400, "invalid_dpop_proof");
    }

    @Test
    void missingScopeIsToldInTheScheme() {
        String narrow = proving(key)
                .withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                .withScope("read:me:factors")
                .login(authenticator)
                .expect(200)
                .text("access_token");

        Answer answer = proving(key).withDpopToken(narrow).myAccount().list();

        assertChallenge(
                Shapes.problem(answer, 403),
                "DPoP error=\"insufficient_scope\", scope=\"read:me:authentication_methods\"");
    }

    @Test
    void whereNoClientsTokensAreBoundNobodyHearsOfProofs() throws Exception {
        try (Deployment plain = Deployment.start(config -> {
            for (String id : List.of("web", "backend", "readonly", "nothing")) {
                config.client(id, client -> client.allowedOrigins(Deployment.ORIGIN)
                        .grants(Grant.PASSKEY)
                        .myAccount(true)
                        .dpop(DpopPolicy.OFF));
            }
        })) {
            assertChallenge(plain.web().userinfo().expect(401), "Bearer realm=\"latchkey\"");
            assertThat(plain.web().discovery().has("dpop_signing_alg_values_supported"))
                    .isFalse();
        }
        assertThat(web.discovery()
                        .body()
                        .path("dpop_signing_alg_values_supported")
                        .toString())
                .isEqualTo("[\"ES256\",\"RS256\",\"Ed25519\",\"EdDSA\"]");
    }

    private ContractClient proving(DpopKey proven) {
        return web.withDpop(deployment.uri(), proven);
    }

    private MyAccountClient account(DpopKey proven) {
        return proving(proven).withDpopToken(accountToken).myAccount();
    }

    private ContractClient userinfo(DpopKey proven) {
        return proving(proven).withDpopToken(userinfoToken);
    }

    private static void assertChallenge(Answer answer, String challenge) {
        assertThat(answer.header("WWW-Authenticate")).contains(challenge);
    }
}
