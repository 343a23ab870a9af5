package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when people take longer than a challenge lives, at a sample where that is ten seconds. */
@ExtendWith(BrowserExtension.class)
class LateAnswerIT {
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static Sample sample;

    private final Browser browser;
    private final Person person = Person.unknown();

    LateAnswerIT(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    static void start() {
        sample = Sample.startWith(Map.of("latchkey.ceremony.timeout", LIFE.toSeconds() + "s"));
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @EnumSource
    void answerToAnExpiredChallengeIsRefusedAndTheNextTrySucceeds(Scheme scheme) {
        Library library = browser.at(sample.address(scheme));
        library.joinWithPasskey(person).signOut();
        browser.ceremonies().withoutAutofill();
        browser.ceremonies().delayAnswers(LIFE.plusMillis(500));
        browser.console().announceRefusal(library.address("/oauth/token"), 400, "Bad Request");

        SignInPage page = library.signIn().pressPasskey();

        page.awaitStatus("This took too long and was stopped for your safety. Please try again.");
        browser.ceremonies().delayAnswers(Duration.ZERO);
        assertThat(page.withPasskey().greeting()).contains(person.name());
    }

    @Test
    void newPasskeyThatTheServerRefusesIsWithdrawnFromTheDevice() {
        Library library = browser.at(sample.address(Scheme.HTTP));
        library.joinWithPassword(person);
        AccountPage account = library.account();
        browser.ceremonies().delayAnswers(LIFE.plusMillis(500));
        browser.console()
                .announceRefusal(
                        library.address("/me/v1/authentication-methods/passkey%7Cnew/verify"), 400, "Bad Request");

        account.addPasskey();

        account.awaitStatus("This took too long and was stopped for your safety. Please try again.");
        assertThat(browser.device().passkeys()).isZero();
        browser.ceremonies().delayAnswers(Duration.ZERO);
        account.addPasskey().awaitCount(1);
    }

    @Test
    void deviceThatNobodyTouchesTimesOutAndTheNextTrySucceeds() {
        Library library = browser.at(sample.address(Scheme.HTTP));
        library.joinWithPasskey(person).signOut();
        browser.device().setTouched(false);
        browser.ceremonies().withoutAutofill();

        SignInPage page = library.signIn().pressPasskey();

        page.awaitStatus("No answer came in time, so this was stopped. Nothing was changed. Please try again.");
        browser.device().setTouched(true);
        assertThat(page.withPasskey().greeting()).contains(person.name());
    }

    @Test
    void autofillOutlivesItsChallenge() {
        Library library = browser.at(sample.address(Scheme.HTTPS));
        library.joinWithPasskey(person).signOut();
        browser.device().setTouched(false);
        SignInPage page = library.signIn().awaitAutofill();

        page.await("a second challenge", () -> browser.ceremonies().count("get conditional") == 2);
        browser.device().setTouched(true);
        page.await("a third challenge", () -> browser.ceremonies().count("get conditional") == 3);

        assertThat(new LoansPage(browser, library).greeting()).contains(person.name());
        assertThat(browser.ceremonies().begun()).doesNotContain("get");
    }
}
