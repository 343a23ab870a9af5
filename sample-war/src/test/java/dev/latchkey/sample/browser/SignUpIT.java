package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class SignUpIT {
    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    SignUpIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void passkeyAloneMakesAnAccountAndSignsIn() {
        LoansPage loans = library.joinWithPasskey(person);

        assertThat(loans.isSignedIn()).isTrue();
        assertThat(loans.element(".lead").getText()).contains(person.name());
        assertThat(browser.device().passkeys()).isEqualTo(1);
    }
}
