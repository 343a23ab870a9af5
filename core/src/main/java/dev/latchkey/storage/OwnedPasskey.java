package dev.latchkey.storage;

import dev.latchkey.account.Account;
import dev.latchkey.passkey.Passkey;

/**
 * A passkey with the account that it signs in to.
 *
 * @param passkey the stored credential
 * @param account its owner
 */
public record OwnedPasskey(Passkey passkey, Account account) {}
