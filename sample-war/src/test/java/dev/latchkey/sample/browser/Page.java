package dev.latchkey.sample.browser;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** What the pages have in common. */
abstract class Page {
    final Browser browser;
    final Library library;

    /** @param path at which this page is; waits until the browser is there */
    Page(Browser browser, Library library, String path) {
        this.browser = browser;
        this.library = library;
        String start = library.address(path).toString();
        await("the page " + start, () -> {
            String address = String.valueOf(driver().getCurrentUrl());
            return address.equals(start) || address.startsWith(start + "?");
        });
    }

    final String heading() {
        return element("h1").getText();
    }

    /** What the page says about the ceremony; waits until it says something. */
    final String status() {
        await("a word of status", () -> !element("#status").getText().isEmpty());
        return element("#status").getText();
    }

    /** Waits until the status says this and nothing else. */
    final void awaitStatus(String text) {
        await("the status " + text, () -> element("#status").getText().equals(text));
    }

    /** What the page says in its notices. */
    final List<String> notices() {
        return elements(".notice").stream().map(WebElement::getText).toList();
    }

    final void awaitNotice(String text) {
        await("the notice " + text, () -> notices().contains(text));
    }

    final boolean isSignedIn() {
        return !elements("form[action$='/signout']").isEmpty();
    }

    final HomePage signOut() {
        element("form[action$='/signout'] button").click();
        return new HomePage(browser, library);
    }

    final WebDriver driver() {
        return browser.driver();
    }

    final WebElement element(String selector) {
        return driver().findElement(By.cssSelector(selector));
    }

    final List<WebElement> elements(String selector) {
        return driver().findElements(By.cssSelector(selector));
    }

    final void write(String selector, String text) {
        element(selector).clear();
        element(selector).sendKeys(text);
    }

    final void await(String what, BooleanSupplier condition) {
        Waiting.until(browser, what, condition);
    }
}
