package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** What the client tells the browser of an account's passkeys: W3C Web Authentication Level 3 §5.1.10. */
@SecureBrowserTest
class SignalsIT {
    private static final String SESSION = "JSESSIONID";
    private static final String CLIENT = "window.client ??= import('/latchkey/latchkey.js')"
            + ".then(({createLatchkey}) => createLatchkey({clientId: 'sample-web'}));";

    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    SignalsIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void removalOfTheLastPasskeyIsSignalledByAClientThatNeverListedAny() {
        library.joinWithPassword(person).acceptOffer().awaitStatus(LoansPage.ADDED);
        String id = library.account().passkeyIds().get(0);
        library.home();
        int before = browser.ceremonies().signals().size();

        run("client.passkeys.remove(arguments[0])", id);

        assertThat(browser.ceremonies()
                        .signals()
                        .subList(before, browser.ceremonies().signals().size()))
                .allMatch(signal -> signal.startsWith("signalAllAcceptedCredentials "))
                .last()
                .asString()
                .contains("\"allAcceptedCredentialIds\":[]");
        assertThat(browser.device().passkeys()).isZero();
    }

    @Test
    void accountThatWasSignedInBeforeIsNotSpokenOf() {
        library.joinWithPassword(Person.unknown()).awaitOffer();
        String other = browser.cookie(SESSION);
        browser.driver().manage().deleteCookieNamed(SESSION);
        library.joinWithPasskey(person);
        library.home();
        run("client.passkeys.list()");
        int before = browser.ceremonies().signals().size();
        browser.driver().manage().deleteCookieNamed(SESSION);
        browser.driver().manage().addCookie(new Cookie(SESSION, other));

        run("client.passkeys.list()");

        assertThat(browser.ceremonies().signals()).hasSize(before);
        assertThat(browser.device().passkeys()).isEqualTo(1);
    }

    @Test
    void changedNameIsSignalledForTheAccountOfThePasskeys() {
        library.joinWithPasskey(person);
        library.home();

        run("client.passkeys.signalUserDetails({name: 'new@example.com', displayName: 'New'})");

        assertThat(browser.ceremonies().signals())
                .last()
                .asString()
                .startsWith("signalCurrentUserDetails {\"rpId\":\"localhost\",\"userId\":")
                .endsWith("\"name\":\"new@example.com\",\"displayName\":\"New\"}");
    }

    private void run(String call, Object... arguments) {
        browser.evaluate(CLIENT + "return window.client.then((client) => " + call + ").then(() => true)", arguments);
    }
}
