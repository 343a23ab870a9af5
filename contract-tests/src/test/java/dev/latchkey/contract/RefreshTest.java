package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.Grant;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** §3: "Grant refresh_token: rotation with reuse detection (a spent token revokes its family)". */
class RefreshTest {
    private static final String REFUSED = "The refresh token is unknown, expired, revoked or already used.";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.domain("other.localhost", domain -> domain.rpId("localhost"))
                        .client("other", client -> client.grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)),
                clock);
        web = deployment.web();
        web.signup(authenticator, profile("a@example.com")).expect(200);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: The answer carries id_token again and a scope that holds every scope granted")
    void refreshRotatesAndCarriesEverythingAgain() throws Exception {
        Answer login = login("openid profile email offline_access");
        clock.advance(Duration.ofHours(2));

        Answer refreshed = web.refresh(login.text("refresh_token")).expect(200);

        assertThat(Shapes.names(refreshed.body()))
                .containsExactlyInAnyOrder(
                        "access_token", "id_token", "refresh_token", "token_type", "expires_in", "scope");
        assertThat(refreshed.text("scope")).isEqualTo("openid profile email offline_access");
        assertThat(refreshed.text("refresh_token")).isNotEqualTo(login.text("refresh_token"));
        assertThat(refreshed.header("Cache-Control")).contains("no-store");
        for (String claim : List.of("sub", "sid", "auth_time", "aud", "iss")) {
            assertThat(claim(refreshed, claim)).isEqualTo(claim(login, claim));
        }
        assertThat(claim(refreshed, "iat")).isNotEqualTo(claim(login, "iat"));
        web.refresh(refreshed.text("refresh_token")).expect(200);
    }

    @Test
    @DisplayName("§3: rotation with reuse detection (a spent token revokes its family)")
    void reuseRevokesTheFamily() {
        Answer login = login("openid offline_access");
        Answer elsewhere = login("openid offline_access");
        Answer second = web.refresh(login.text("refresh_token")).expect(200);
        Answer third = web.refresh(second.text("refresh_token")).expect(200);

        refused(web.refresh(login.text("refresh_token")));

        refused(web.refresh(third.text("refresh_token")));
        refused(web.refresh(second.text("refresh_token")));
        web.refresh(elsewhere.text("refresh_token")).expect(200);
        web.login(authenticator).expect(200);
    }

    @Test
    void tokenThatIsRevokedEndsWhatIsLeftOfItsFamily() {
        String first = login("openid offline_access").text("refresh_token");
        String second = web.refresh(first).expect(200).text("refresh_token");
        deployment
                .database()
                .update("update latchkey_refresh_token set revoked_at_micros = 0"
                        + " where spent_at_micros is not null");

        refused(web.refresh(first));

        refused(web.refresh(second));
    }

    @Test
    @DisplayName("§3: application/x-www-form-urlencoded (what spa-js sends for refresh_token")
    void formRefreshes() {
        web.refreshByForm(login("openid offline_access").text("refresh_token")).expect(200);
    }

    @Test
    @DisplayName("§3: refresh token bad or reused")
    void unknownTokensAreRefusedAlike() {
        String token = login("openid offline_access").text("refresh_token");
        for (String wrong :
                List.of("x", token + "x", token.substring(1), token.toLowerCase(Locale.ROOT), "\u00e9", " " + token)) {
            refused(web.refresh(wrong));
        }
        Shapes.invalidRequest(
                web.send("POST", "/oauth/token", Bodies.of("client_id", "web", "grant_type", "refresh_token")),
                "refresh_token");
        web.refresh(token).expect(200);
    }

    @Test
    void tokenOfAnotherClientIsRefusedAndUnharmed() {
        String token = login("openid offline_access").text("refresh_token");

        refused(deployment.client("other").refresh(token));
        refused(deployment
                .client("backend")
                .withSecret(Deployment.BACKEND_SECRET)
                .refresh(token));

        web.refresh(token).expect(200);
    }

    @Test
    void tokenOfAnotherDomainIsRefusedAndUnharmed() {
        String token = login("openid offline_access").text("refresh_token");

        refused(deployment.clientOf("other.localhost", "web").refresh(token));

        web.refresh(token).expect(200);
    }

    @Test
    void tokenThatNobodyUsedForFifteenDaysIsRefused() {
        String used = login("openid offline_access").text("refresh_token");
        String unused = login("openid offline_access").text("refresh_token");
        clock.advance(Duration.ofDays(15).minusSeconds(1));
        String next = web.refresh(used).expect(200).text("refresh_token");

        clock.advance(Duration.ofSeconds(1));
        refused(web.refresh(unused));

        clock.advance(Duration.ofDays(14));
        web.refresh(next).expect(200);
    }

    @Test
    void familyEndsSixtyDaysAfterTheSignInHoweverOftenItWasRotated() {
        String token = login("openid offline_access").text("refresh_token");
        for (int days = 10; days < 60; days += 10) {
            clock.advance(Duration.ofDays(10));
            token = web.refresh(token).expect(200).text("refresh_token");
        }
        clock.advance(Duration.ofDays(10));

        refused(web.refresh(token));
    }

    @Test
    void blockedAccountGetsNoTokensUntilItIsUnblocked() {
        String token = login("openid offline_access").text("refresh_token");
        deployment.database().update("update latchkey_account set blocked = true");

        refused(web.refresh(token));

        deployment.database().update("update latchkey_account set blocked = false");
        web.refresh(token).expect(200);
    }

    @Test
    @DisplayName("A narrower scope is granted for this token; the family keeps what was granted first")
    void scopeMayShrinkAndNeverGrows() {
        String token = login("openid email offline_access").text("refresh_token");

        Answer narrow = web.withScope("openid").refresh(token).expect(200);
        Answer wide = web.refresh(narrow.text("refresh_token")).expect(200);
        Answer wider = web.withScope("openid profile phone")
                .refresh(wide.text("refresh_token"))
                .expect(200);

        assertThat(narrow.text("scope")).isEqualTo("openid");
        assertThat(wide.text("scope")).isEqualTo("openid email offline_access");
        assertThat(wider.text("scope")).isEqualTo("openid");
        Shapes.oauthError(web.withScope("profile").refresh(wider.text("refresh_token")), 400, "invalid_scope");
        Shapes.oauthError(web.withScope("open\"id").refresh(wider.text("refresh_token")), 400, "invalid_scope");
        web.refresh(wider.text("refresh_token")).expect(200);
    }

    @Test
    @DisplayName("§3: A client may ask for another audience (spa-js useMrrt asks for https://HOST/me/ this way)")
    void refreshForTheMyAccountApiOpensIt() {
        String token = login("openid offline_access").text("refresh_token");

        Answer tokens = web.withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                .withScope("openid read:me:authentication_methods")
                .refresh(token)
                .expect(200);

        assertThat(tokens.text("scope")).isEqualTo("openid read:me:authentication_methods");
        web.withBearer(tokens.text("access_token")).myAccount().list().expect(200);
        Answer back = web.refresh(tokens.text("refresh_token")).expect(200);
        web.withBearer(back.text("access_token")).myAccount().list().expect(401);
        Shapes.invalidRequest(
                web.withAudience("https://other.example/").refresh(back.text("refresh_token")), "audience");
        Shapes.invalidRequest(
                deployment
                        .client("other")
                        .withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                        .refresh("any"),
                "audience");
    }

    @Test
    void refreshedTokenIsAsOldAsItsSignIn() {
        String token = login("openid offline_access").text("refresh_token");
        clock.advance(Duration.ofMinutes(16));
        Answer tokens = web.withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                .withScope("create:me:authentication_methods")
                .refresh(token)
                .expect(200);

        Shapes.problem(web.withBearer(tokens.text("access_token")).myAccount().create(), 403);
    }

    private Answer login(String scope) {
        return web.withScope(scope).login(authenticator).expect(200);
    }

    private static void refused(Answer answer) {
        Shapes.oauthError(answer, 400, "invalid_grant");
        assertThat(answer.text("error_description")).isEqualTo(REFUSED);
    }

    private static Object claim(Answer tokens, String name) throws ParseException {
        return SignedJWT.parse(tokens.text("id_token")).getJWTClaimsSet().getClaim(name);
    }
}
