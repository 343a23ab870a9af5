package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sample.browser.Ceremonies.ConditionalCreate;
import org.junit.jupiter.api.Test;

/** A passkey without a question, after signing in with a password. */
@SecureBrowserTest
class UpgradeIT {
    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    UpgradeIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void passkeyThatTheBrowserMadeIsToldInPlaceOfTheOffer() {
        browser.ceremonies().withConditionalCreate(ConditionalCreate.MAKES);

        LoansPage loans = library.joinWithPassword(person).awaitUpgraded();

        assertThat(loans.offersPasskey()).isFalse();
        assertThat(browser.ceremonies().begun()).containsExactly("create conditional");
        loans.signOut();
        browser.ceremonies().withoutAutofill();
        assertThat(library.signIn().withPasskey().greeting()).contains(person.name());
    }

    @Test
    void madePasskeyIsAmongThoseThatTheBrowserIsToldOf() {
        browser.ceremonies().withConditionalCreate(ConditionalCreate.MAKES);
        library.joinWithPassword(person).awaitUpgraded();

        String last = browser.ceremonies()
                .signals()
                .get(browser.ceremonies().signals().size() - 1);
        String keyId = library.account().keyIds().get(0);

        assertThat(last)
                .startsWith("signalAllAcceptedCredentials ")
                .contains("\"allAcceptedCredentialIds\":[\"" + keyId + "\"]");
        assertThat(browser.device().passkeys()).isEqualTo(1);
    }

    @Test
    void browserThatMakesNoneLeavesTheOffer() {
        browser.ceremonies().withConditionalCreate(ConditionalCreate.DECLINES);

        LoansPage loans = library.joinWithPassword(person).acceptOffer();

        loans.awaitStatus(LoansPage.ADDED);
        assertThat(browser.ceremonies().begun()).containsExactly("create conditional", "create");
    }

    @Test
    void browserThatNeverAnswersLeavesTheOfferAndDoesNotStandInItsWay() {
        browser.ceremonies().withConditionalCreate(ConditionalCreate.KEEPS_SILENT);

        LoansPage loans = library.joinWithPassword(person).acceptOffer();

        loans.awaitStatus(LoansPage.ADDED);
        assertThat(browser.device().passkeys()).isEqualTo(1);
    }

    @Test
    void browserThatDoesNotKnowOfItIsNotAsked() {
        library.joinWithPassword(person).awaitOffer();

        assertThat(browser.ceremonies().begun()).isEmpty();
    }

    @Test
    void ownerOfAPasskeyGetsNoOther() {
        library.joinWithPassword(person).acceptOffer().awaitStatus(LoansPage.ADDED);
        browser.ceremonies().withConditionalCreate(ConditionalCreate.MAKES);

        library.loans().awaitQuiet();

        assertThat(browser.ceremonies().begun()).containsExactly("create");
    }
}
