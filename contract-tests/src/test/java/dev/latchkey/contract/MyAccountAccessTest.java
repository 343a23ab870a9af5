package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** §4: who may call My Account, for whom, and how often. */
class MyAccountAccessTest {
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;
    private String token = "";
    private String ownPasskey = "";

    @BeforeEach
    void start() throws Exception {
        deployment =
                Deployment.start(config -> config.domain("other.localhost", domain -> domain.rpId("localhost")), clock);
        web = deployment.web();
        token = Scenario.myAccountToken(web, authenticator, "a@example.com");
        ownPasskey = account().list().body().at("/authentication_methods/0/id").asText();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    /** Every call, by what it needs. */
    private List<Function<MyAccountClient, Answer>> calls() {
        List<Function<MyAccountClient, Answer>> calls = new ArrayList<>();
        calls.add(MyAccountClient::factors);
        calls.add(MyAccountClient::list);
        calls.add(MyAccountClient::create);
        calls.add(account -> account.verify("any", Bodies.of()));
        calls.add(account -> account.get(ownPasskey));
        calls.add(account -> account.rename(ownPasskey, "renamed"));
        calls.add(account -> account.delete(ownPasskey));
        return calls;
    }

    @Test
    @DisplayName("§4: 401 (with WWW-Authenticate)")
    void callsWithoutTokenAreRefused() {
        for (var call : calls()) {
            Answer answer = Shapes.problem(call.apply(web.myAccount()), 401);
            assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"latchkey\", " + Shapes.DPOP);
        }
        assertUnharmed();
    }

    @Test
    @DisplayName("§4: access token with audience https://HOST/me/")
    void tokensThatAreNotForThisAreRefused() throws Exception {
        SignedJWT good = SignedJWT.parse(token);
        Answer login = web.login(authenticator).expect(200);
        List<String> wrong = new ArrayList<>(
                List.of("x", "", "a.b.c", token + "x", login.text("access_token"), login.text("id_token")));
        wrong.add(new PlainJWT(good.getJWTClaimsSet()).serialize());
        wrong.add(unsigned(good));
        wrong.add(signedWithThePublicKey(good));
        wrong.add(otherSubject(good));
        wrong.add(idTokenFor(Scenario.MY_ACCOUNT_AUDIENCE));
        wrong.add(refreshToken());
        for (String each : wrong) {
            Answer answer = Shapes.problem(web.withBearer(each).myAccount().list(), 401);
            assertThat(answer.header("WWW-Authenticate"))
                    .hasValueSatisfying(header -> assertThat(header).startsWith("Bearer"));
        }
        Shapes.problem(web.withHeader("Authorization", token).myAccount().list(), 401);
        for (String other : List.of("Basic " + token, "Digest username=\"ann\"", "Bearer", "DPoP")) {
            Answer answer = Shapes.problem(
                    web.withHeader("Authorization", other).myAccount().list(), 401);
            assertThat(answer.header("WWW-Authenticate"))
                    .hasValueSatisfying(header -> assertThat(header).startsWith("Bearer"));
        }
        account().list().expect(200);
    }

    @Test
    void tokenOfAnotherDomainOrDeploymentIsRefused() throws Exception {
        Shapes.problem(
                deployment
                        .clientOf("other.localhost", "web")
                        .withBearer(token)
                        .myAccount()
                        .list(),
                401);
        try (Deployment foreign = Deployment.start()) {
            SoftwareAuthenticator device = new SoftwareAuthenticator();
            foreign.web().signup(device, profile("a@example.com")).expect(200);
            String theirs = Scenario.myAccountLogin(foreign.web(), device);

            Shapes.problem(web.withBearer(theirs).myAccount().list(), 401);
        }
    }

    @Test
    void expiredTokenIsRefused() {
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        account().list().expect(200);
        clock.advance(Duration.ofSeconds(1));

        Shapes.problem(account().list(), 401);
    }

    @Test
    @DisplayName("§4: 403 (missing scope")
    void everyCallNeedsItsScope() {
        List<String> scopes = List.of(
                "read:me:factors",
                "read:me:authentication_methods",
                "create:me:authentication_methods",
                "create:me:authentication_methods",
                "read:me:authentication_methods",
                "update:me:authentication_methods",
                "delete:me:authentication_methods");
        for (int i = 0; i < scopes.size(); i++) {
            String needed = scopes.get(i);
            String others = String.join(" ", List.of(Scenario.MY_ACCOUNT_SCOPES.split(" ", -1)))
                    .replace(needed, "")
                    .strip();
            String without = web.withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                    .withScope(others.replaceAll(" +", " "))
                    .login(authenticator)
                    .expect(200)
                    .text("access_token");

            Answer answer =
                    Shapes.problem(calls().get(i).apply(web.withBearer(without).myAccount()), 403);

            assertThat(answer.header("WWW-Authenticate"))
                    .hasValueSatisfying(header -> assertThat(header).contains("insufficient_scope", needed));
        }
        assertUnharmed();
    }

    @Test
    @DisplayName("§4: or authentication not recent)")
    void oldSignInMayLookAndRenameButNotAddOrRemove() {
        Answer pending = account().create().expect(202);
        ObjectNode answer = web.create(new SoftwareAuthenticator(), pending, Bend.none());
        clock.advance(Duration.ofMinutes(15));
        account().create().expect(202);
        clock.advance(Duration.ofSeconds(1));

        for (Answer refused : List.of(
                account().create(),
                account().verify(pending.text("auth_session"), answer),
                account().delete(ownPasskey))) {
            Shapes.problem(refused, 403);
            assertThat(refused.header("WWW-Authenticate"))
                    .hasValueSatisfying(header -> assertThat(header).contains("insufficient_user_authentication"));
        }
        account().list().expect(200);
        account().rename(ownPasskey, "renamed").expect(200);
        token = Scenario.myAccountLogin(web, authenticator);
        account().enroll(new SoftwareAuthenticator()).expect(201);
    }

    @Test
    @DisplayName("§4: 404 (also for another user's method: never 403)")
    void anotherUsersMethodDoesNotExist() {
        SoftwareAuthenticator other = new SoftwareAuthenticator();
        String theirToken = Scenario.myAccountToken(web, other, "b@example.com");
        MyAccountClient theirs = web.withBearer(theirToken).myAccount();
        theirs.enroll(new SoftwareAuthenticator()).expect(201);

        Answer missing = Shapes.problem(theirs.get("passkey|dev_doesnotexist"), 404);
        for (Answer answer :
                List.of(theirs.get(ownPasskey), theirs.rename(ownPasskey, "stolen"), theirs.delete(ownPasskey))) {
            Shapes.problem(answer, 404);
            assertThat(answer.body()).isEqualTo(missing.body());
        }

        assertUnharmed();
        assertThat(account().get(ownPasskey).body().path("name").asText()).isNotEqualTo("stolen");
    }

    @Test
    void oddIdsNameNothing() {
        for (String id : List.of(
                "dev_1", "passkey", "passkey|", "passkey|new", "totp|dev_1", "passkey|dev_' or '1'='1", "passkey|..")) {
            Shapes.problem(account().get(id), 404);
        }
    }

    @Test
    void blockedAccountIsLockedOut() {
        deployment.database().update("update latchkey_account set blocked = true");

        Shapes.problem(account().list(), 401);
        Shapes.problem(account().create(), 401);
    }

    @Test
    void clientWithoutMyAccountGetsNoTokenForIt() {
        Shapes.invalidRequest(
                deployment
                        .client("readonly")
                        .withOrigin(Deployment.OTHER_ORIGIN)
                        .withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                        .login(authenticator),
                "audience");
    }

    @Test
    void myAccountThatIsSwitchedOffIsNotFound() throws Exception {
        try (Deployment closed = Deployment.start(config -> config.endpoints(endpoints -> endpoints.myAccount(false))
                .client("web", client -> client.allowedOrigins(Deployment.ORIGIN))
                .client("backend", client -> client.secrets(Deployment.BACKEND_SECRET)))) {
            calls().forEach(call ->
                    Shapes.problem(call.apply(closed.web().withBearer(token).myAccount()), 404));
        }
    }

    private MyAccountClient account() {
        return web.withBearer(token).myAccount();
    }

    private void assertUnharmed() {
        account().get(ownPasskey).expect(200);
        web.login(authenticator).expect(200);
    }

    private String idTokenFor(String audience) {
        return web.withAudience(audience)
                .withScope("openid")
                .login(authenticator)
                .expect(200)
                .text("id_token");
    }

    private String refreshToken() {
        return web.withScope("openid offline_access")
                .login(authenticator)
                .expect(200)
                .text("refresh_token");
    }

    private static String unsigned(SignedJWT good) {
        return good.getHeader().toBase64URL() + "." + good.getPayload().toBase64URL() + ".";
    }

    /** RFC 8725 §2.1: the public key taken for a secret of HS256. */
    private String signedWithThePublicKey(SignedJWT good) throws Exception {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(good.getHeader().getType())
                        .keyID(good.getHeader().getKeyID())
                        .build(),
                good.getJWTClaimsSet());
        forged.sign(new MACSigner(web.jwks().body().toString().getBytes(StandardCharsets.UTF_8)));
        return forged.serialize();
    }

    private static String otherSubject(SignedJWT good) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(good.getJWTClaimsSet())
                .subject("default|usr_other")
                .build();
        return good.getHeader().toBase64URL() + "." + claims.toPayload().toBase64URL() + "." + good.getSignature();
    }
}
