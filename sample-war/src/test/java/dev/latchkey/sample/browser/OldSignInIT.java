package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sample.run.Sessions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who signed in long ago may look at the account, and shows once more who it is before changing its passkeys. */
@SecureBrowserTest
class OldSignInIT {
    private final Browser browser;
    private final Library library;
    private final Sample sample;
    private final Person person = Person.unknown();

    OldSignInIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.sample = sample;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void addingAPasskeyAsksForASignInFirst() {
        library.joinWithPassword(person);
        letTimePass(Duration.ofMinutes(16));
        browser.console().announceRefusal(library.address("/me/v1/authentication-methods"), 403, "Forbidden");

        AccountPage account = library.account().addPasskey();

        assertThat(account.status())
                .isEqualTo("For your safety, please sign in again before you change your passkeys. Sign in again");
        SignInPage signIn = account.followStatus();
        assertThat(signIn.notices()).containsExactly("For your safety, please show once more that it is you.");
        signIn.enterPassword(person);
        new AccountPage(browser, library).addPasskey().awaitCount(1);
    }

    @Test
    void signInOfAQuarterOfAnHourIsRecentEnough() {
        library.joinWithPassword(person);
        letTimePass(Duration.ofMinutes(14));

        library.account().addPasskey().awaitCount(1);
    }

    private void letTimePass(Duration age) {
        String cookie = browser.cookie("JSESSIONID");
        Sessions.set(sample.server(), cookie, "signedInAt", Instant.now().minus(age));
    }
}
