package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@SecureBrowserTest
class KeyboardIT {
    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    KeyboardIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void everyStopOfTheSignInPageIsReachedInReadingOrderAndVisible() {
        browser.device().setTouched(false);
        library.signIn();

        List<String> stops = new ArrayList<>();
        while (stops.size() < 9) {
            WebElement stop = tab();
            stops.add(stop.getText().isEmpty() ? stop.getDomAttribute("id") : stop.getText());
            assertThat(stop.getCssValue("outline-style"))
                    .as("outline of %s", stop.getText())
                    .isEqualTo("solid");
            assertThat(stop.getRect().getY()).isNotNegative();
        }

        assertThat(stops)
                .containsExactly(
                        "Skip to the content",
                        "Fernhill Library",
                        "Sign in",
                        "Join",
                        "email",
                        "password",
                        "Sign in",
                        "Sign in with a passkey",
                        "Get a library card");
    }

    @Test
    void passwordSignInNeedsNoMouse() {
        library.joinWithPassword(person).signOut();
        browser.device().setTouched(false);
        library.signIn();

        tabTo("email").sendKeys(person.email());
        tabTo("password").sendKeys(person.password(), Keys.ENTER);

        assertThat(new LoansPage(browser, library).greeting()).contains(person.name());
    }

    @Test
    void passkeySignInNeedsNoMouse() {
        library.joinWithPasskey(person).signOut();
        browser.ceremonies().withoutAutofill();
        library.signIn();

        tabTo("passkey-signin").sendKeys(Keys.ENTER);

        assertThat(new LoansPage(browser, library).greeting()).contains(person.name());
        assertThat(browser.ceremonies().begun()).endsWith("get");
    }

    @Test
    void buttonThatWasPressedHasTheFocusAgainAfterACancelledCeremony() {
        browser.ceremonies().withoutAutofill();
        browser.device().setRecognizesPerson(false);
        SignInPage page = library.signIn();

        tabTo("passkey-signin").sendKeys(Keys.ENTER);

        assertThat(page.status()).contains("Nothing was changed");
        assertThat(focused().getDomAttribute("id")).isEqualTo("passkey-signin");
    }

    @Test
    void dialogsCloseByEscapeAndGiveTheFocusBack() {
        library.joinWithPassword(person);
        AccountPage account = library.account().addPasskey().awaitCount(1);
        account.passkey().pressRemove();
        account.dialog("remove-dialog");
        assertThat(focused().getText()).isEqualTo("Keep it");

        focused().sendKeys(Keys.ESCAPE);

        account.await(
                "the dialog to close", () -> !account.element("#remove-dialog").isDisplayed());
        assertThat(focused().getText()).isEqualTo("Remove");
        assertThat(account.passkeys()).hasSize(1);
    }

    private WebElement tabTo(String id) {
        WebElement stop = tab();
        for (int stops = 0; stops < 20 && !id.equals(stop.getDomAttribute("id")); stops++) {
            stop = tab();
        }
        assertThat(stop.getDomAttribute("id")).isEqualTo(id);
        return stop;
    }

    private WebElement tab() {
        focused().sendKeys(Keys.TAB);
        return focused();
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }
}
