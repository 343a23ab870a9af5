package dev.latchkey.transfer;

import dev.latchkey.passkey.Passkey;

/** What becomes of a row that is well-formed. */
sealed interface Outcome {

    /**
     * Stored.
     *
     * @param passkey as it is stored
     */
    record Imported(Passkey passkey) implements Outcome {}

    /** It was there already. */
    record Unchanged() implements Outcome {}

    /**
     * Not stored.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Outcome {}
}
