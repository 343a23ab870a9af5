package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same WAR on Tomcat, beneath a context path. */
@ExtendWith(BrowserExtension.class)
class TomcatIT {
    private final Browser browser;
    private final Person person = Person.unknown();

    TomcatIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void passkeysWorkBeneathAContextPath() throws Exception {
        try (Tomcat tomcat = Tomcat.start("/library")) {
            Library library = browser.at(tomcat.address());
            library.joinWithPasskey(person).signOut();
            library.open("/account");
            AccountPage account = new AccountPage(browser, library);
            account.passkey().rename("Tomcat's");
            account.awaitStatus("The passkey is now called Tomcat's.");
            browser.changeDevice();

            account.addPasskey().awaitCount(2).passkeys().get(0).remove();

            account.awaitStatus("Tomcat's is removed.");
            assertThat(account.passkey().name()).isEqualTo("Chrome on Linux");
        }
    }
}
