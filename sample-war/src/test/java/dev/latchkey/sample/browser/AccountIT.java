package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SecureBrowserTest
class AccountIT {
    private static final String ONLY_WAY_IN = "This is the only way into your account, so it has to stay.";

    private final Browser browser;
    private final Library library;
    private final Person person = Person.unknown();

    AccountIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void accountWithoutPasskeyIsInvitedToAddOne() {
        library.joinWithPassword(person);

        assertThat(library.account().invitation()).startsWith("You have no passkey yet.");
    }

    @Test
    void passkeyAddedHereSignsIn() {
        library.joinWithPassword(person);
        AccountPage account = library.account().addPasskey();
        account.awaitStatus("Passkey created. You can now sign in with Chrome on Linux.");
        account.signOut();

        library.open("/signin");

        assertThat(new LoansPage(browser, library).greeting()).contains(person.name());
    }

    @Test
    void cardTellsWhatThePasskeyIs() {
        library.joinWithPasskey(person).signOut();
        library.open("/signin");
        new LoansPage(browser, library);

        PasskeyCard card = library.account().passkey();

        assertThat(card.name()).isEqualTo("Chrome on Linux");
        assertThat(card.kind()).isEqualTo("On this device");
        assertThat(card.times()).matches("Created \\d+ \\w+ \\d{4}, last used \\d+ \\w+ \\d{4}");
    }

    @Test
    void chromiumMakesEdDsaPasskeys() {
        library.joinWithPasskey(person);

        assertThat(library.account().algorithms()).containsExactly(-8L);
    }

    @Test
    void newNameStays() {
        library.joinWithPasskey(person);
        AccountPage account = library.account();

        account.passkey().rename("My <b>laptop</b>");

        account.awaitStatus("The passkey is now called My <b>laptop</b>.");
        assertThat(account.passkey().name()).isEqualTo("My <b>laptop</b>");
        assertThat(library.account().passkey().name()).isEqualTo("My <b>laptop</b>");
    }

    @Test
    void cancelledRenamingAndRemovalChangeNothing() {
        library.joinWithPassword(person);
        AccountPage account = library.account().addPasskey().awaitCount(1);

        account.passkey().pressRename();
        account.answer("rename-dialog", "cancel");
        account.passkey().pressRemove();
        account.answer("remove-dialog", "cancel");

        assertThat(library.account().passkey().name()).isEqualTo("Chrome on Linux");
    }

    @Test
    void removalAsksFirstAndThenTakesThePasskeyFromTheDeviceToo() {
        library.joinWithPassword(person);
        AccountPage account = library.account().addPasskey().awaitCount(1);

        account.passkey().pressRemove();
        assertThat(account.dialog("remove-dialog")).contains("Remove this passkey?", "Chrome on Linux");
        account.answer("remove-dialog", "ok");

        account.awaitStatus("Chrome on Linux is removed.");
        assertThat(account.invitation()).startsWith("You have no passkey yet.");
        account.await("the device to forget", () -> browser.device().passkeys() == 0);
    }

    @Test
    void secondDeviceAddsAPasskeyAndThenEitherMayGo() {
        library.joinWithPasskey(person);
        browser.changeDevice();
        AccountPage account = library.account().addPasskey().awaitCount(2);

        account.passkeys().get(0).remove();

        account.awaitCount(1).awaitStatus("Chrome on Linux is removed.");
    }

    @Test
    void lastWayInIsNeverRemoved() {
        library.joinWithPasskey(person);
        AccountPage account = library.account();

        account.passkey().pressRemove();

        assertThat(account.status()).startsWith(ONLY_WAY_IN);
        assertThat(library.account().passkeys()).hasSize(1);
    }

    @Test
    void lastWayInStaysThoughThePageKnewOfAnother() {
        library.joinWithPasskey(person);
        browser.changeDevice();
        AccountPage account = library.account().addPasskey().awaitCount(2);
        account.removeBehindThePage(account.passkeyIds().get(0));
        String last = account.passkeyIds().get(0);
        browser.console()
                .announceRefusal(
                        library.address("/me/v1/authentication-methods/" + last.replace("|", "%7C")), 409, "Conflict");

        account.passkeys().get(1).remove();

        assertThat(account.status()).startsWith(ONLY_WAY_IN);
        assertThat(library.account().passkeys()).hasSize(1);
    }

    @Test
    void deviceThatHasOneIsTold() {
        library.joinWithPasskey(person);

        AccountPage account = library.account().addPasskey();

        assertThat(account.status()).startsWith("This device already has a passkey for your account.");
        assertThat(account.passkeys()).hasSize(1);
    }

    @Test
    void closedDialogChangesNothingAndOffersAgain() {
        library.joinWithPassword(person);
        browser.device().setRecognizesPerson(false);
        AccountPage account = library.account().addPasskey();

        assertThat(account.status()).contains("Nothing was changed", "try again");
        browser.device().setRecognizesPerson(true);
        account.addPasskey().awaitCount(1);
    }
}
