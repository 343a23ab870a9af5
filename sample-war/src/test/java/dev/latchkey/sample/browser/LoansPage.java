package dev.latchkey.sample.browser;

/** {@code /loans}: where members land after signing in. */
final class LoansPage extends Page {
    /** What the offer says once it was accepted. */
    static final String ADDED = "Passkey created. You can now sign in with it.";

    LoansPage(Browser browser, Library library) {
        super(browser, library, "/loans");
    }

    /** What it says where the browser made a passkey by itself. */
    static final String UPGRADED =
            "Your browser has added it to your account. Next time you can sign in with your fingerprint, "
                    + "your face or your screen lock. Your password keeps working.";

    String greeting() {
        return element(".lead").getText();
    }

    boolean offersPasskey() {
        return elements("#passkey-offer").stream().anyMatch(offer -> offer.isDisplayed());
    }

    /** Waits until the page says that the browser made a passkey by itself. */
    LoansPage awaitUpgraded() {
        await(
                "the word that there is a passkey now",
                () -> element("#passkey-upgraded").isDisplayed()
                        && element("#upgraded-status").getText().equals(UPGRADED));
        return this;
    }

    /** Presses the button of this accessible name. */
    void press(String name) {
        element("button[aria-label='" + name + "']").click();
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

    /** Waits until the page has asked for all that it asks for by itself. */
    LoansPage awaitQuiet() {
        await("the list of passkeys", () -> browser.evaluate(
                        "return localStorage.getItem('passkey-offer-dismissed') !== null"
                                + " || performance.getEntriesByType('resource').some(({name, responseStatus}) =>"
                                + " name.includes('/me/v1/') && responseStatus === 200)")
                .equals(true));
        return this;
    }
}
