package dev.latchkey.sample.browser;

/** {@code /signup}. */
final class SignUpPage extends Page {
    SignUpPage(Browser browser, Library library) {
        super(browser, library, "/signup");
    }

    SignUpPage enter(Person person) {
        write("#fullName", person.name());
        write("#email", person.email());
        return this;
    }

    LoansPage withPasskey() {
        pressPasskey();
        return new LoansPage(browser, library);
    }

    LoansPage withPassword(String password) {
        pressPassword(password);
        return new LoansPage(browser, library);
    }

    SignUpPage pressPasskey() {
        element("button[value=passkey]").click();
        return this;
    }

    SignUpPage pressPassword(String password) {
        if (!element("#password").isDisplayed()) {
            element("#password-way summary").click();
        }
        write("#password", password);
        element("button[value=password]").click();
        return this;
    }

    /** What stands beneath a field; waits until something does. */
    String errorOf(String field) {
        String selector = "#" + field + "-error";
        await("an error at " + field, () -> !element(selector).getText().isEmpty());
        return element(selector).getText();
    }

    SignInPage followStatus() {
        element("#status a").click();
        return new SignInPage(browser, library);
    }

    boolean isReady() {
        return element("button[value=passkey]").isEnabled();
    }
}
