package dev.latchkey.sample.browser;

import java.util.List;
import java.util.stream.IntStream;

/** {@code /account}. */
final class AccountPage extends Page {
    AccountPage(Browser browser, Library library) {
        super(browser, library, "/account");
        awaitPasskeys();
    }

    List<PasskeyCard> passkeys() {
        awaitPasskeys();
        return IntStream.rangeClosed(1, elements("#passkey-list .passkey").size())
                .mapToObj(number -> new PasskeyCard(this, number))
                .toList();
    }

    /** The only passkey that is shown. */
    PasskeyCard passkey() {
        awaitCount(1);
        return passkeys().get(0);
    }

    AccountPage awaitCount(int count) {
        await(count + " passkeys", () -> elements("#passkey-list .passkey").size() == count);
        return this;
    }

    /** What the page says to those who have no passkey. */
    String invitation() {
        await("the invitation", () -> !elements("#passkey-list .invitation").isEmpty());
        return element("#passkey-list .invitation").getText();
    }

    AccountPage addPasskey() {
        element("#passkey-add").click();
        return this;
    }

    private void awaitPasskeys() {
        await("the list of passkeys", () -> !elements("#passkey-list[aria-busy=false]").isEmpty());
    }
}
