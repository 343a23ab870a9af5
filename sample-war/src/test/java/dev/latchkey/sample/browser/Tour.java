package dev.latchkey.sample.browser;

import dev.latchkey.sample.browser.Ceremonies.ConditionalCreate;
import java.util.function.Consumer;

/** A way through every page of the library in each state that people can meet it in. */
final class Tour {
    private final Browser browser;
    private final Library library;
    private final Consumer<String> stop;
    private final Person member = Person.unknown();
    private final Person reader = Person.unknown();

    /** @param stop is told the name of each state once the browser shows it */
    Tour(Browser browser, Library library, Consumer<String> stop) {
        this.browser = browser;
        this.library = library;
        this.stop = stop;
    }

    void run() {
        signUp();
        account();
        signIn();
        loans();
        upgrade();
        errors();
    }

    private void signUp() {
        library.home();
        stop.accept("home");
        SignUpPage page = library.signUp();
        stop.accept("sign-up");
        browser.device().setTouched(false);
        page.enter(member).pressPasskey();
        stop.accept("sign-up-waiting");
        library.signUp().enter(member).pressPassword("short").errorOf("password");
        stop.accept("sign-up-password-too-short");
        browser.device().setTouched(true);
        library.joinWithPassword(member).awaitOffer();
        stop.accept("loans-offer");
    }

    private void account() {
        AccountPage page = library.account();
        page.invitation();
        stop.accept("account-no-passkey");
        page.addPasskey().awaitCount(1);
        browser.changeDevice();
        page.addPasskey().awaitCount(2).passkeys().get(0).rename("Laptop at home, the old one with the blue lid");
        page.awaitStatus("The passkey is now called Laptop at home, the old one with the blue lid.");
        stop.accept("account-passkeys");
        page.passkeys().get(1).pressRename();
        stop.accept("account-rename");
        page.answer("rename-dialog", "cancel").passkeys().get(1).pressRemove();
        stop.accept("account-remove");
        page.answer("remove-dialog", "cancel").signOut();
        stop.accept("home-signed-out");
    }

    private void signIn() {
        browser.ceremonies().withoutAutofill();
        SignInPage page = library.signIn();
        stop.accept("sign-in");
        browser.device().setTouched(false);
        page.pressPasskey();
        stop.accept("sign-in-waiting");
        browser.device().setTouched(true);
        browser.device().setRecognizesPerson(false);
        library.signIn().pressPasskey().status();
        stop.accept("sign-in-cancelled");
        library.signIn()
                .enterPassword(new Person(member.name(), member.email(), "wrong"))
                .awaitNotice(SignInPage.WRONG);
        stop.accept("sign-in-wrong-password");
        browser.device().setRecognizesPerson(true);
        browser.console().announceRefusal(library.address("/passkey/register"), 400, "Bad Request");
        library.signUp().enter(member).pressPasskey().errorOf("email");
        stop.accept("sign-up-email-taken");
    }

    private void loans() {
        browser.changeDevice();
        LoansPage page = library.joinWithPasskey(reader);
        stop.accept("loans-none");
        page.press("Borrow Middlemarch");
        new LoansPage(browser, library).awaitNotice("The book is yours for three weeks.");
        stop.accept("loans-one");
        new LoansPage(browser, library).press("Return Middlemarch");
        new LoansPage(browser, library).awaitNotice("Thank you. The book is back on the shelf.");
        AccountPage account = library.account();
        account.passkey().pressRemove();
        account.status();
        stop.accept("account-last-way-in");
        browser.ceremonies().withoutAutofill();
        library.open("/signin?again&next=/account");
        stop.accept("sign-in-again");
        account.signOut();
    }

    private void upgrade() {
        browser.changeDevice();
        Person upgraded = Person.unknown();
        browser.ceremonies().withConditionalCreate(ConditionalCreate.MAKES);
        library.joinWithPassword(upgraded).awaitUpgraded();
        stop.accept("loans-upgraded");
        AccountPage account = library.account();
        account.removeBehindThePage(account.passkeyIds().get(0));
        account.signOut();
        browser.console().announceRefusal(library.address("/oauth/token"), 400, "Bad Request");
        library.signIn().pressPasskey().awaitStatus(SignInPage.REMOVED);
        stop.accept("sign-in-passkey-removed");
    }

    private void errors() {
        browser.console().announceRefusal(library.address("/nowhere"), 404, "Not Found");
        library.open("/nowhere");
        stop.accept("error-no-such-page");
        browser.console().announceRefusal(library.address("/signin"), 403, "Forbidden");
        SignInPage page = library.signIn();
        browser.driver().manage().deleteAllCookies();
        page.enterPassword(member);
        page.await("the refusal", () -> page.heading().equals("That did not work"));
        stop.accept("error-form-of-another-visit");
    }
}
