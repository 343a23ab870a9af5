package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SecureBrowserTest
class SignUpIT {
    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    SignUpIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void passkeyAloneMakesAnAccountAndSignsIn() {
        LoansPage loans = library.joinWithPasskey(person);

        assertThat(loans.isSignedIn()).isTrue();
        assertThat(loans.greeting()).contains(person.name());
        assertThat(browser.device().passkeys()).isEqualTo(1);
    }

    @Test
    void passwordAloneMakesAnAccountAndSignsIn() {
        LoansPage loans = library.joinWithPassword(person);

        assertThat(loans.isSignedIn()).isTrue();
        assertThat(loans.greeting()).contains(person.name());
        assertThat(browser.device().passkeys()).isZero();
    }

    @Test
    void existingEmailWithPasskeyIsPromptedToSignIn() {
        library.joinWithPassword(person).signOut();
        browser.console().announceRefusal(library.address("/passkey/register"), 400, "Bad Request");

        SignUpPage page = library.signUp().enter(person).pressPasskey();

        assertThat(page.errorOf("email")).isEqualTo("There is already an account with this email address.");
        assertThat(page.status()).isEqualTo("Is it yours? Sign in instead");
        assertThat(page.followStatus().heading()).isEqualTo("Sign in");
        assertThat(browser.ceremonies().begun()).doesNotContain("create");
    }

    @Test
    void existingEmailWithPasswordIsPromptedToSignIn() {
        library.joinWithPassword(person).signOut();

        SignUpPage page = library.signUp().enter(person).pressPassword("another password");

        assertThat(page.errorOf("email"))
                .isEqualTo("There is already an account with this email address. Please sign in instead.");
    }

    @Test
    void closedDialogChangesNothingAndOffersAgain() {
        browser.device().setRecognizesPerson(false);
        SignUpPage page = library.signUp().enter(person).pressPasskey();

        assertThat(page.status()).contains("Nothing was changed", "try again");
        assertThat(page.isReady()).isTrue();
        assertThat(browser.device().passkeys()).isZero();

        browser.device().setRecognizesPerson(true);
        assertThat(page.withPasskey().isSignedIn()).isTrue();
    }

    @Test
    void shortPasswordIsRefusedAtItsField() {
        SignUpPage page = library.signUp().enter(person).pressPassword("short");

        assertThat(page.errorOf("password")).isEqualTo("Please choose a password of at least 10 characters.");
    }
}
