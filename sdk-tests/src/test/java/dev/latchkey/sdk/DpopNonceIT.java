package dev.latchkey.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sample.browser.Browser;
import dev.latchkey.sample.browser.BrowserExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** auth0-spa-js on a page of another origin, where proofs have to carry a nonce of the server's (RFC 9449 §8 and §9). */
@ExtendWith({SdkExtension.class, BrowserExtension.class})
class DpopNonceIT {
    /** Without the worker of the SDK, whose requests the page's console does not tell. */
    private static final Map<String, ?> WITHOUT_WORKER = Map.of("cacheLocation", "localstorage");

    private final Browser browser;

    DpopNonceIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void nonceIsFetchedOnceAndServesWhatFollows() {
        try (Site site = Site.startWith(Map.of("latchkey.dpop.nonces", "true"))) {
            SpaPage page = new SpaPage(browser, site, Setting.CROSS_ORIGIN_DPOP).open(WITHOUT_WORKER);
            browser.console().announceRefusal(site.address("/oauth/token"), 400, "Bad Request");
            browser.console().announceRefusal(site.address("/me/v1/factors"), 401, "Unauthorized");

            page.get("passkey.signup", Person.unknown().profile());
            page.get("getTokenSilently", Map.of("cacheMode", "off"));
            page.get("myAccount.getFactors");

            assertThat(page.get("myAccount.getAuthenticationMethods")).hasSize(1);
        }
    }
}
