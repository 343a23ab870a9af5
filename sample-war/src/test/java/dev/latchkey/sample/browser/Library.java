package dev.latchkey.sample.browser;

import java.net.URI;

/** The library as somebody finds it at one of its addresses. */
final class Library {
    private final Browser browser;
    private final URI address;

    /** @param address without a slash at the end */
    Library(Browser browser, URI address) {
        this.browser = browser;
        this.address = address;
    }

    URI address(String path) {
        return URI.create(address + path);
    }

    HomePage home() {
        open("/");
        return new HomePage(browser, this);
    }

    SignUpPage signUp() {
        open("/signup");
        return new SignUpPage(browser, this);
    }

    SignInPage signIn() {
        open("/signin");
        return new SignInPage(browser, this);
    }

    AccountPage account() {
        open("/account");
        return new AccountPage(browser, this);
    }

    LoansPage loans() {
        open("/loans");
        return new LoansPage(browser, this);
    }

    /** A new member with a passkey on the device, signed in. */
    LoansPage joinWithPasskey(Person person) {
        return signUp().enter(person).withPasskey();
    }

    /** A new member with a password, signed in. */
    LoansPage joinWithPassword(Person person) {
        return signUp().enter(person).withPassword(person.password());
    }

    void open(String path) {
        browser.driver().get(address(path).toString());
    }
}
