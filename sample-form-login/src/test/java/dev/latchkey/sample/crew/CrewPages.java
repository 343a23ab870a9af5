package dev.latchkey.sample.crew;

import dev.latchkey.sample.browser.Browser;
import dev.latchkey.sample.browser.Waiting;
import java.net.URI;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The pages of the crew, as a person sees them. */
final class CrewPages {
    private final Browser browser;
    private final URI address;

    CrewPages(Browser browser, URI address) {
        this.browser = browser;
        this.address = address;
    }

    URI address(String path) {
        return URI.create(address + path);
    }

    CrewPages open(String path) {
        browser.driver().get(address(path).toString());
        return this;
    }

    String path() {
        return URI.create(String.valueOf(browser.driver().getCurrentUrl())).getPath();
    }

    String heading() {
        return element("h1").getText();
    }

    String who() {
        return element("#who").getText();
    }

    boolean offersSignOut() {
        return !browser.driver()
                .findElements(By.cssSelector("form[action$='/signout']"))
                .isEmpty();
    }

    void signIn(String name, String password) {
        write("#name", name);
        write("#password", password);
        element("button[type=submit].primary").click();
    }

    /** By the button: the device is not touched before the autofill waits, so that the autofill gets nothing. */
    void signInWithPasskey(String path) {
        int before = waitingAutofills();
        browser.device().setTouched(false);
        open(path);
        Waiting.until(browser, "the autofill", () -> waitingAutofills() > before);
        browser.device().setTouched(true);
        element("#passkey-signin").click();
    }

    private int waitingAutofills() {
        return browser.ceremonies().count("get conditional");
    }

    CrewPages awaitRefusal() {
        Waiting.until(browser, "the refusal", () -> element("#refused")
                .getText()
                .equals("Name and password do not match. Please check both."));
        return this;
    }

    CrewPages awaitHeading(String heading) {
        Waiting.until(browser, "the page " + heading, () -> heading().equals(heading));
        return this;
    }

    CrewPages awaitRoster() {
        return awaitHeading("This week’s roster");
    }

    CrewPages addPasskey() {
        element("#passkey-add").click();
        Waiting.until(browser, "the passkey", () -> element("#status")
                .getText()
                .equals("Passkey created. You can now sign in with it."));
        return this;
    }

    void signOut() {
        element("form[action$='/signout'] button").click();
        awaitHeading("Marlow Ferries");
    }

    CrewPages save(String name) {
        browser.screen().setWidth(900);
        browser.screen().save(name);
        return this;
    }

    private WebElement element(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    private void write(String selector, String text) {
        element(selector).clear();
        element(selector).sendKeys(text);
    }
}
