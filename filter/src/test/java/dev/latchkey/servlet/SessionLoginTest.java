package dev.latchkey.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Caller;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login in a real container's session, seen by the application behind the wrapper. */
class SessionLoginTest {
    private final LegacyApplication legacy = LegacyApplication.withAttributes();
    private WebApp app;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/", legacy::install);
    }

    @AfterEach
    void stop() throws Exception {
        app.close();
    }

    @Test
    void loginSpeaksThroughTheRequest() throws Exception {
        app.get("/passkey-login?id=1");

        assertThat(app.get("/who"))
                .isEqualTo(
                        "principal=PasskeyPrincipal[members/1] user=1@example.com auth=PASSKEY member=true admin=false any=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'brien\"", "line\nbreak", "a,b", "\ud83d\udd11", "member"})
    void oddNameIsToldToTheLetterAndIsNoRole(String name) throws Exception {
        app.get("/passkey-login?id=" + URLEncoder.encode(name, UTF_8));

        assertThat(app.get("/who"))
                .contains(" user=" + name + "@example.com auth=PASSKEY member=true admin=false any=true");
    }

    @Test
    void nobodyIsLoggedInBeforehand() throws Exception {
        app.get("/cart");

        assertThat(app.get("/who")).isEqualTo("principal=null user=null auth=null member=false admin=false any=false");
    }

    @Test
    void loginChangesTheIdOfTheVisitorsSessionAndKeepsItsContent() throws Exception {
        String before = app.get("/cart");
        app.get("/passkey-login?id=1");

        assertThat(app.get("/session")).isEqualTo("cart=full");
        assertThat(app.get("/session-id")).isNotEqualTo(before).isNotEqualTo("none");
        assertThat(legacy.knowsSession(before)).isFalse();
    }

    @Test
    void loginOfAnotherPersonDropsWhatTheFirstLeftBehind() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/cart");
        app.get("/passkey-login?id=2");

        assertThat(app.get("/session")).isEqualTo("cart=null");
        assertThat(app.get("/who")).contains("members/2");
    }

    @Test
    void loginAfterAnotherPersonsPasswordLoginDropsWhatThatPersonLeftBehind() throws Exception {
        app.get("/password-login?name=2@example.com");
        app.get("/cart");
        app.get("/passkey-login?id=1");

        assertThat(app.get("/session")).isEqualTo("cart=null");
    }

    @Test
    void loginOfTheSamePersonAgainKeepsTheSession() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/cart");
        app.get("/passkey-login?id=1");

        assertThat(app.get("/session")).isEqualTo("cart=full");
    }

    @Test
    void loginTellsTheApplicationsOwnAttributes() throws Exception {
        app.get("/passkey-login?id=1");

        assertThat(app.get("/attributes")).isEqualTo("user=1@example.com since=" + LegacyApplication.PASSKEY_TIME);
    }

    @Test
    void logoutRemovesTheLoginAndTheApplicationsAttributes() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/cart");
        app.get("/logout");

        assertThat(app.get("/who")).contains("principal=null");
        assertThat(app.get("/attributes")).isEqualTo("user=null since=null");
        assertThat(app.get("/session")).isEqualTo("cart=full");
        assertThat(legacy.events()).containsExactly("in members/1", "out members/1");
    }

    @Test
    void logoutWithoutPasskeyLoginLeavesTheApplicationsAttributesAlone() throws Exception {
        app.get("/password-login?name=2@example.com");
        app.get("/logout");

        assertThat(app.get("/attributes")).startsWith("user=2@example.com");
    }

    @Test
    void invalidationByTheApplicationEndsTheLogin() throws Exception {
        app.get("/passkey-login?id=1");

        assertThat(app.get("/invalidate")).isEqualTo("principal=null");
        assertThat(app.get("/who")).contains("principal=null");
    }

    @Test
    void logoutByTheApplicationsOwnMeansVoidsTheLogin() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/password-logout");

        assertThat(app.get("/who")).contains("principal=null", "member=false", "auth=null");
        assertThat(legacy.lastCaller()).isEmpty();
    }

    @Test
    void loginOfAnotherByTheApplicationsOwnMeansVoidsTheLogin() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/password-login?name=2@example.com");

        assertThat(app.get("/who")).contains("principal=null");
        assertThat(legacy.lastCaller()).contains(new Caller.Named("2@example.com", LegacyApplication.PASSWORD_TIME));
    }

    @Test
    void anotherPersonDoesNotInheritTheTimeOfAPasskeyLogin() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/switch-user?name=2@example.com");
        app.get("/who");

        assertThat(legacy.lastCaller()).contains(new Caller.Named("2@example.com", Instant.EPOCH));
    }

    @Test
    void callerByPasskeyIsKnownByAccount() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/who");

        assertThat(legacy.lastCaller())
                .contains(new Caller.Known(LegacyApplication.ref("1"), LegacyApplication.PASSKEY_TIME));
    }

    @Test
    void passwordAskedAgainMakesThePasskeyLoginRecent() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/password-login?name=1@example.com");
        app.get("/who");

        assertThat(LegacyApplication.PASSWORD_TIME).isAfter(LegacyApplication.PASSKEY_TIME);
        assertThat(legacy.lastCaller())
                .contains(new Caller.Known(LegacyApplication.ref("1"), LegacyApplication.PASSWORD_TIME));
    }

    @Test
    void timeMayBeADateOrMillisecondsAndElseIsTheEpoch() throws Exception {
        for (String type : List.of("instant", "date", "sql-date", "millis")) {
            app.get("/password-login?name=2@example.com&type=" + type);
            app.get("/who");
            assertThat(legacy.lastCaller())
                    .as(type)
                    .contains(new Caller.Named("2@example.com", LegacyApplication.PASSWORD_TIME));
        }
        app.get("/password-login?name=2@example.com&type=text");
        app.get("/who");
        assertThat(legacy.lastCaller()).contains(new Caller.Named("2@example.com", Instant.EPOCH));
    }

    @Test
    void askingForTheCallerCreatesNoSession() throws Exception {
        assertThat(app.get("/who")).contains("principal=null");

        assertThat(app.get("/session-id")).isEqualTo("none");
        assertThat(legacy.lastCaller()).isEmpty();
    }

    @Test
    void containersPrincipalWinsAndVoidsALoginOfAnother() throws Exception {
        app.get("/passkey-login?id=1");

        assertThat(app.get("/container-login?name=carol"))
                .startsWith("principal=carol user=carol auth=API member=false admin=true");
    }

    @Test
    void containersPrincipalWinsOverALoginOfTheSamePerson() throws Exception {
        app.get("/passkey-login?id=1");

        assertThat(app.get("/container-login?name=1@example.com"))
                .startsWith("principal=1@example.com user=1@example.com auth=API member=false admin=true");
    }

    @Test
    void containersPrincipalIsTheCallerWithoutARecentTime() throws Exception {
        app.get("/container-login?name=carol");

        assertThat(legacy.lastCaller()).contains(new Caller.Named("carol", Instant.EPOCH));
    }

    @Test
    void passkeyLoginEndsTheContainersLoginOfAnother() throws Exception {
        assertThat(app.get("/container-then-passkey?id=1&name=carol")).contains("members/1", "admin=false");

        assertThat(app.get("/session")).isEqualTo("cart=null");
    }

    @Test
    void listenerThatThrowsUndoesTheLogin() throws Exception {
        legacy.refuseLogins();

        assertThat(app.send(app.request("/passkey-login?id=1")).statusCode()).isEqualTo(500);
        assertThat(app.get("/who")).contains("principal=null");
        assertThat(app.get("/attributes")).isEqualTo("user=null since=null");
    }

    @Test
    void forwardKeepsTheLogin() throws Exception {
        app.get("/passkey-login?id=1");

        assertThat(app.get("/forward")).contains("members/1");
    }
}
