package dev.latchkey.ceremony;

import dev.latchkey.account.AccountRef;
import dev.latchkey.event.Occasion;
import dev.latchkey.event.PasskeyEvent;

/**
 * A signature counter did not rise (W3C WebAuthn Level 3 §6.1.1).
 *
 * @param account whose passkey it is
 * @param passkeyId the passkey
 * @param stored the counter last seen
 * @param told the counter that the authenticator told
 */
record CounterFall(AccountRef account, String passkeyId, long stored, long told) {

    PasskeyEvent at(Occasion occasion) {
        return new PasskeyEvent.CounterFell(occasion, account, passkeyId, stored, told);
    }

    /** Ends the transaction of a sign-in that it is refused for. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient CounterFall fall;

        RefusedException(CounterFall fall) {
            super("the signature counter did not rise");
            this.fall = fall;
        }

        CounterFall fall() {
            return fall;
        }
    }
}
