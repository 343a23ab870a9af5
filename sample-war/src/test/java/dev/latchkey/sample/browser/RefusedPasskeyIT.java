package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new passkey that the server refuses: withdrawn from the device if the server does not have it, and only then. */
@ExtendWith(BrowserExtension.class)
class RefusedPasskeyIT {
    private final Browser browser;
    private final Person person = Person.unknown();

    RefusedPasskeyIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void passkeyWhoseAnswerWasSentTwiceIsStoredAndStaysOnTheDevice() {
        try (Sample sample = Sample.start()) {
            Library library = browser.at(sample.address(Scheme.HTTP));
            library.joinWithPassword(person);
            AccountPage account = library.account();
            browser.ceremonies().sendAnswersTwice();
            browser.console()
                    .announceRefusal(
                            library.address("/me/v1/authentication-methods/passkey%7Cnew/verify"), 400, "Bad Request");

            account.addPasskey();

            account.awaitStatus("This took too long and was stopped for your safety. Please try again.");
            assertThat(browser.ceremonies().signals()).noneMatch(signal -> signal.startsWith("signalUnknown"));
            assertThat(browser.device().passkeys()).isEqualTo(1);
            assertThat(library.account().keyIds()).hasSize(1);
        }
    }

    @Test
    void passkeyOfASignupWhoseEmailTurnsOutToBeTakenIsWithdrawn() {
        try (Sample sample = Sample.startWith(Map.of("latchkey.realms.default.taken-identifier", "at-exchange"))) {
            Library library = browser.at(sample.address(Scheme.HTTP));
            library.joinWithPassword(person).signOut();
            browser.console().announceRefusal(library.address("/oauth/token"), 400, "Bad Request");

            SignUpPage page = library.signUp().enter(person).pressPasskey();

            assertThat(page.errorOf("email")).isEqualTo("There is already an account with this email address.");
            assertThat(browser.ceremonies().begun()).contains("create");
            assertThat(browser.device().passkeys()).isZero();
        }
    }
}
