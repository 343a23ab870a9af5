package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({SampleExtension.class, BrowserExtension.class})
class RestartIT {
    private final Browser browser;
    private final Sample sample;
    private final Person person = Person.unknown();

    RestartIT(Browser browser, Sample sample) {
        this.browser = browser;
        this.sample = sample;
    }

    @Test
    void passkeyMadeBeforeARestartSignsInAfterItAtEitherAddress() {
        browser.at(sample.address(Scheme.HTTP)).joinWithPasskey(person);

        sample.restart();

        for (Scheme scheme : Scheme.values()) {
            browser.driver().manage().deleteAllCookies();
            Library library = browser.at(sample.address(scheme));
            library.open("/signin");
            assertThat(new LoansPage(browser, library).greeting()).contains(person.name());
        }
    }
}
