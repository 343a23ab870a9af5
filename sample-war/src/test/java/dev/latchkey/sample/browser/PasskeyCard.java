package dev.latchkey.sample.browser;

import org.openqa.selenium.WebElement;

/** A passkey on the account page, by its place in the list from 1. */
final class PasskeyCard {
    private final AccountPage page;
    private final int number;

    PasskeyCard(AccountPage page, int number) {
        this.page = page;
        this.number = number;
    }

    String name() {
        return part("h3").getText();
    }

    String kind() {
        return part(".kind").getText();
    }

    String times() {
        return part(".times").getText();
    }

    void rename(String name) {
        pressRename();
        page.write("#passkey-name", name);
        page.element("#rename-dialog button[value=ok]").click();
    }

    void remove() {
        pressRemove();
        page.element("#remove-dialog button[value=ok]").click();
    }

    void pressRename() {
        part(".rename").click();
    }

    void pressRemove() {
        part(".remove").click();
    }

    private WebElement part(String selector) {
        return page.element("#passkey-list .passkey:nth-child(" + number + ") " + selector);
    }
}
