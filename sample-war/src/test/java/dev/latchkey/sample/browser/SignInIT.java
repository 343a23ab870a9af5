package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@BrowserTest
class SignInIT {
    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    SignInIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void buttonSignsInThoughTheAutofillWaits() {
        library.joinWithPasskey(person).signOut();
        browser.device().setTouched(false);
        SignInPage page = library.signIn().awaitAutofill();
        browser.device().setTouched(true);

        LoansPage loans = page.withPasskey();

        assertThat(loans.greeting()).contains(person.name());
        assertThat(browser.ceremonies().begun()).containsExactly("create", "get conditional", "get");
    }

    @Test
    void autofillSignsInWithoutTheButton() {
        library.joinWithPasskey(person).signOut();

        library.open("/signin");

        assertThat(new LoansPage(browser, library).greeting()).contains(person.name());
        assertThat(browser.ceremonies().begun()).containsExactly("create", "get conditional");
    }

    @Test
    void buttonSignsInWhereTheAutofillKnowsNoPasskeys() {
        library.joinWithPasskey(person).signOut();
        browser.ceremonies().withoutAutofill();

        assertThat(library.signIn().withPasskey().greeting()).contains(person.name());
        assertThat(browser.ceremonies().begun()).containsExactly("create", "get");
    }

    @Test
    void passwordSignsIn() {
        library.joinWithPassword(person).signOut();

        assertThat(library.signIn().withPassword(person).greeting()).contains(person.name());
    }

    @Test
    void passwordAndPasskeyOfOneAccountBothSignIn() {
        library.joinWithPassword(person).acceptOffer().awaitStatus(LoansPage.ADDED);
        library.loans().signOut();
        library.open("/signin");
        assertThat(new LoansPage(browser, library).greeting()).contains(person.name());
        new LoansPage(browser, library).signOut();

        browser.device().setTouched(false);
        assertThat(library.signIn().withPassword(person).greeting()).contains(person.name());
    }

    @Test
    void wrongPasswordIsToldWithoutSayingWhichPartIsWrong() {
        library.joinWithPassword(person).signOut();
        SignInPage page = library.signIn().enterPassword(new Person(person.name(), person.email(), "wrong password"));

        page.awaitNotice(SignInPage.WRONG);
        assertThat(page.isSignedIn()).isFalse();
    }

    @Test
    void closedDialogChangesNothingAndOffersAgain() {
        library.joinWithPasskey(person).signOut();
        browser.device().setTouched(false);
        SignInPage page = library.signIn().awaitAutofill();
        browser.device().setTouched(true);
        browser.device().setRecognizesPerson(false);

        page.pressPasskey();

        assertThat(page.status()).contains("Nothing was changed", "try again");
        assertThat(page.isReady()).isTrue();
        browser.device().setRecognizesPerson(true);
        assertThat(page.withPasskey().greeting()).contains(person.name());
    }

    @Test
    void passkeyThatTheAccountNoLongerHasIsRefusedKindlyAndForgotten() {
        signedOutWithRemovedPasskey();
        browser.ceremonies().withoutAutofill();

        SignInPage page = library.signIn().pressPasskey();

        page.awaitStatus(SignInPage.REMOVED);
        assertThat(browser.ceremonies().signals())
                .last()
                .asString()
                .startsWith("signalUnknownCredential {\"rpId\":\"localhost\",\"credentialId\":");
        assertThat(browser.device().passkeys()).isZero();
        assertThat(page.withPassword(person).isSignedIn()).isTrue();
    }

    @Test
    void removedPasskeyChosenInTheAutofillIsRefusedOnceAndForgotten() {
        signedOutWithRemovedPasskey();

        SignInPage page = library.signIn();

        page.awaitStatus(SignInPage.REMOVED);
        page.await("the autofill armed again", () -> browser.ceremonies().count("get conditional") == 2);
        assertThat(browser.device().passkeys()).isZero();
        assertThat(page.isReady()).isTrue();
    }

    @Test
    void removedPasskeyIsRefusedAlmostAsKindlyWhereTheServerKeepsItToItself() {
        try (Sample discreet = Sample.startWith(Map.of("latchkey.ceremony.signal-unknown-credential", "false"))) {
            Library there = browser.at(discreet.address(Scheme.HTTP));
            AccountPage account = there.joinWithPasskey(person).library.account();
            browser.changeDevice();
            account.addPasskey().awaitCount(2);
            account.removeBehindThePage(account.passkeyIds().get(1));
            account.signOut();
            browser.ceremonies().withoutAutofill();
            browser.console().announceRefusal(there.address("/oauth/token"), 400, "Bad Request");

            SignInPage page = there.signIn().pressPasskey();

            assertThat(page.status())
                    .startsWith("This passkey was not accepted.")
                    .endsWith("Try another way to sign in.");
            assertThat(browser.device().passkeys()).isEqualTo(1);
        }
    }

    private void signedOutWithRemovedPasskey() {
        library.joinWithPassword(person).acceptOffer().awaitStatus(LoansPage.ADDED);
        AccountPage account = library.account();
        account.removeBehindThePage(account.passkeyIds().get(0));
        browser.device().setTouched(false);
        account.signOut();
        browser.device().setTouched(true);
        browser.console().announceRefusal(library.address("/oauth/token"), 400, "Bad Request");
    }

    @Test
    void signingOutEndsTheVisit() {
        HomePage home = library.joinWithPasskey(person).signOut();

        assertThat(home.notices()).containsExactly("You are signed out. See you soon.");
        browser.device().setTouched(false);
        library.open("/account");
        assertThat(new SignInPage(browser, library).isSignedIn()).isFalse();
    }

    @Test
    void pageThatWasAskedForIsShownAfterSigningIn() {
        library.joinWithPasskey(person).signOut();

        library.open("/account");

        assertThat(new AccountPage(browser, library).heading()).isEqualTo("Your account");
    }
}
