package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** {@code /account}. */
final class AccountPage extends Page {
    private static final int COSE_ALGORITHM = 3;

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

    SignInPage followStatus() {
        element("#status a").click();
        return new SignInPage(browser, library);
    }

    /** The words of an open dialog. */
    String dialog(String id) {
        await("the dialog " + id, () -> element("#" + id).isDisplayed());
        return element("#" + id).getText();
    }

    /** Presses a button of an open dialog. */
    AccountPage answer(String id, String value) {
        await("the dialog " + id, () -> element("#" + id).isDisplayed());
        element("#" + id + " button[value=" + value + "]").click();
        return this;
    }

    /** The ids of the account's passkeys, as the server lists them. */
    List<String> passkeyIds() {
        return listed("id").stream().map(String::valueOf).toList();
    }

    /** The credential ids of the account's passkeys, as the server lists them. */
    List<String> keyIds() {
        return listed("key_id").stream().map(String::valueOf).toList();
    }

    /** The COSE algorithms of the account's public keys, as the server keeps them. */
    List<Long> algorithms() {
        return listed("public_key").stream()
                .map(key -> CBORObject.DecodeFromBytes(Base64.getDecoder().decode((String) key)))
                .map(key -> key.get(COSE_ALGORITHM).AsInt64Value())
                .toList();
    }

    /** Removes a passkey as another page would: this one does not learn of it. */
    void removeBehindThePage(String id) {
        Object status = browser.evaluate(
                "return fetch('/me/v1/authentication-methods/' + encodeURIComponent(arguments[0]), {method: 'DELETE'})"
                        + ".then(({status}) => status)",
                id);
        assertThat(status).isEqualTo(204L);
    }

    private List<?> listed(String member) {
        return (List<?>) browser.evaluate(
                "return fetch('/me/v1/authentication-methods?type=passkey').then((answer) => answer.json())"
                        + ".then((json) => json.authentication_methods.map((passkey) => passkey[arguments[0]]))",
                member);
    }

    private void awaitPasskeys() {
        await("the list of passkeys", () -> !elements("#passkey-list[aria-busy=false]")
                .isEmpty());
    }
}
