package dev.latchkey.sample.browser;

/** {@code /signin}. */
final class SignInPage extends Page {
    /** What a password that does not match is answered with. */
    static final String WRONG = "Email address and password do not match. Please check both.";

    /** What a passkey that was removed here is answered with. */
    static final String REMOVED =
            "This passkey no longer belongs to an account here, so you can delete it from your password manager."
                    + " Please sign in another way.";

    SignInPage(Browser browser, Library library) {
        super(browser, library, "/signin");
    }

    LoansPage withPasskey() {
        pressPasskey();
        return new LoansPage(browser, library);
    }

    LoansPage withPassword(Person person) {
        enterPassword(person);
        return new LoansPage(browser, library);
    }

    SignInPage pressPasskey() {
        element("#passkey-signin").click();
        return this;
    }

    SignInPage enterPassword(Person person) {
        write("#email", person.email());
        write("#password", person.password());
        element("#signin button[type=submit]").click();
        return this;
    }

    /** Waits until the browser would offer passkeys in the form's autofill. */
    SignInPage awaitAutofill() {
        await("the autofill", () -> browser.ceremonies().begun().contains("get conditional"));
        return this;
    }

    boolean isReady() {
        return element("#passkey-signin").isEnabled();
    }
}
