package dev.latchkey.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.sample.browser.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code Auth0Client.passkey} and the tokens that come of it. */
@SpaTest
class PasskeyIT {
    private static final Map<String, Object> LOCALLY = Map.of("openUrl", false);
    private static final Map<String, Object> WITHOUT_CACHE = Map.of("cacheMode", "off", "detailedResponse", true);

    private static final Map<String, ?> KEPT = Map.of("cacheLocation", "localstorage");

    private final Setting setting;
    private final Browser browser;
    private final Site site;
    private final SpaPage page;
    private final Person user = Person.unknown();

    PasskeyIT(Setting setting, Browser browser, Site site) {
        this.setting = setting;
        this.browser = browser;
        this.site = site;
        this.page = new SpaPage(browser, site, setting).open();
    }

    @Test
    void signupMakesAnAccountAndTellsWhoItIs() {
        JsonNode tokens = page.get("passkey.signup", user.profile());

        assertThat(tokens.path("token_type").textValue()).isEqualTo(setting.tokenType());
        assertThat(tokens.path("scope").textValue().split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "email", "offline_access");
        assertThat(Jwt.claims(tokens.path("id_token")).path("iss").textValue()).isEqualTo(site.address() + "/");
        JsonNode told = page.get("getUser");
        assertThat(told.path("email").textValue()).isEqualTo(user.email());
        assertThat(told.path("name").textValue()).isEqualTo(user.name());
        assertThat(browser.device().passkeys()).isEqualTo(1);
    }

    @Test
    void loginFindsTheAccountByThePasskeyAlone() {
        page.get("passkey.signup", user.profile());
        JsonNode before = page.get("getUser");
        page.get("logout", LOCALLY);
        assertThat(page.get("isAuthenticated").booleanValue()).isFalse();

        page.open().get("passkey.login");

        assertThat(page.get("getUser").path("sub")).isEqualTo(before.path("sub"));
        assertThat(page.get("getUser").path("email").textValue()).isEqualTo(user.email());
    }

    @Test
    void refreshTokenIsSpentAndReplacedEachTime() {
        page.get("passkey.signup", user.profile());
        String first = page.get("getTokenSilently").textValue();

        JsonNode second = page.get("getTokenSilently", WITHOUT_CACHE);
        JsonNode third = page.get("getTokenSilently", WITHOUT_CACHE);

        assertThat(second.path("token_type").textValue()).isEqualTo(setting.tokenType());
        assertThat(second.path("access_token").textValue()).isNotEqualTo(first);
        assertThat(third.path("access_token").textValue())
                .isNotEqualTo(second.path("access_token").textValue());
        assertThat(page.get("getUser").path("email").textValue()).isEqualTo(user.email());
    }

    @Test
    void tokensThatAreKeptInTheLocalStorageOutliveThePage() {
        page.open(KEPT).get("passkey.signup", user.profile());

        page.open(KEPT);

        assertThat(page.get("getTokenSilently", WITHOUT_CACHE)
                        .path("access_token")
                        .textValue())
                .isNotEmpty();
        assertThat(page.get("getUser").path("email").textValue()).isEqualTo(user.email());
    }

    @Test
    void tokenIsBoundToTheKeyOfThePage() {
        page.get("passkey.signup", user.profile());

        JsonNode claims = Jwt.claims(page.get("getTokenSilently", WITHOUT_CACHE).path("access_token"));

        if (setting.dpop()) {
            assertThat(claims.path("cnf").path("jkt")).isEqualTo(page.get("dpop.calculateThumbprint"));
        } else {
            assertThat(claims.has("cnf")).isFalse();
        }
    }

    @Test
    void revokedRefreshTokenRefreshesNoMore() {
        page.open(KEPT).get("passkey.signup", user.profile());
        Object stored = browser.evaluate("return JSON.stringify(localStorage)");
        page.get("revokeRefreshToken");
        browser.evaluate("return Object.assign(localStorage, JSON.parse(arguments[0])).length", stored);
        browser.console().announceRefusal(site.address("/oauth/token"), 400, "Bad Request");

        JsonNode error = page.open(KEPT).call("getTokenSilently", WITHOUT_CACHE).error();

        assertThat(error.path("error").textValue()).isEqualTo("invalid_grant");
    }

    @Test
    void takenIdentifierIsToldBeforeAPasskeyIsMade() {
        page.get("passkey.signup", user.profile());
        browser.console().announceRefusal(site.address("/passkey/register"), 400, "Bad Request");

        JsonNode error = page.call("passkey.signup", user.profile()).error();

        assertThat(error.path("name").textValue()).isEqualTo("PasskeyRegisterError");
        assertThat(error.path("cause").path("error").textValue()).isEqualTo("invalid_request");
        assertThat(error.path("cause").path("error_description").textValue()).isNotEmpty();
        assertThat(browser.device().passkeys()).isEqualTo(1);
    }

    @Test
    void realmThatIsUnknownIsTold() {
        browser.console().announceRefusal(site.address("/passkey/challenge"), 400, "Bad Request");

        JsonNode error = page.call("passkey.login", Map.of("realm", "staff")).error();

        assertThat(error.path("name").textValue()).isEqualTo("PasskeyChallengeError");
        assertThat(error.path("cause").path("error_description").textValue()).contains("realm");
    }
}
