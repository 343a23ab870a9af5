package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The login where the application has no session attribute for it, so that the kit's own stands alone. */
class PlainSessionLoginTest {
    private final LegacyApplication legacy = LegacyApplication.withoutAttributes();
    private WebApp app;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/", legacy::install);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void loginStandsUntilLogout() throws Exception {
        app.get("/passkey-login?id=1");
        assertThat(app.get("/who")).contains("members/1");

        app.get("/logout");
        assertThat(app.get("/who")).contains("principal=null");
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
    void callerIsKnownSinceThePasskeyLogin() throws Exception {
        app.get("/passkey-login?id=1");
        app.get("/who");

        assertThat(legacy.lastCaller())
                .contains(new Caller.Known(LegacyApplication.ref("1"), LegacyApplication.PASSKEY_TIME));
    }

    @Test
    void attributesThatTheConfigurationDoesNotNameAreLeftAlone() throws Exception {
        app.get("/password-login?name=2@example.com");
        app.get("/passkey-login?id=1");

        assertThat(app.get("/attributes")).startsWith("user=2@example.com");
    }
}
