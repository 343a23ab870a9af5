package dev.latchkey.sample.browser;

/** {@code /}. */
final class HomePage extends Page {
    HomePage(Browser browser, Library library) {
        super(browser, library, "/");
    }
}
