package dev.latchkey.account;

import java.time.Instant;

/** Who the application's own session says is logged in. */
public sealed interface Caller {

    /** When the person last proved who they are. */
    Instant authenticatedAt();

    /**
     * Logged in by a passkey.
     *
     * @param ref the account
     * @param authenticatedAt when
     */
    record Known(AccountRef ref, Instant authenticatedAt) implements Caller {}

    /**
     * Logged in by the application's own means, in the default realm. Nobody, where the accounts are the kit's own.
     *
     * @param principalName the name that the application gives to its principal
     * @param authenticatedAt when
     */
    record Named(String principalName, Instant authenticatedAt) implements Caller {}
}
