package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SecureBrowserTest
class OfferIT {
    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    OfferIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void acceptedOfferMakesAPasskey() {
        LoansPage loans = library.joinWithPassword(person).acceptOffer();

        loans.awaitStatus(LoansPage.ADDED);
        assertThat(library.account().passkeys()).hasSize(1);
    }

    @Test
    void declinedOfferStaysAway() {
        library.joinWithPassword(person).declineOffer();

        LoansPage loans = library.loans();

        loans.awaitQuiet();
        assertThat(loans.offersPasskey()).isFalse();
        assertThat(browser.device().passkeys()).isZero();
    }

    @Test
    void ownerOfAPasskeyIsNotOfferedAnother() {
        library.joinWithPassword(person).acceptOffer().awaitStatus(LoansPage.ADDED);

        LoansPage loans = library.loans();

        loans.awaitQuiet();
        assertThat(loans.offersPasskey()).isFalse();
    }

    @Test
    void closedDialogChangesNothingAndOffersAgain() {
        browser.device().setRecognizesPerson(false);
        LoansPage loans = library.joinWithPassword(person).acceptOffer();

        assertThat(loans.status()).contains("Nothing was changed", "try again");
        browser.device().setRecognizesPerson(true);
        loans.acceptOffer().awaitStatus(LoansPage.ADDED);
    }
}
