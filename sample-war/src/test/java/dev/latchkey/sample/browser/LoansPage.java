package dev.latchkey.sample.browser;

/** {@code /loans}: where members land after signing in. */
final class LoansPage extends Page {
    LoansPage(Browser browser, Library library) {
        super(browser, library, "/loans");
    }

    boolean offersPasskey() {
        return elements("#passkey-offer").stream().anyMatch(offer -> offer.isDisplayed());
    }

    LoansPage awaitOffer() {
        await("the offer of a passkey", this::offersPasskey);
        return this;
    }

    LoansPage acceptOffer() {
        awaitOffer().element("#passkey-add").click();
        return this;
    }

    LoansPage declineOffer() {
        awaitOffer().element("#offer-dismiss").click();
        return this;
    }
}
