package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import java.time.Instant;

/**
 * Somebody has proven who they are with a passkey.
 *
 * @param account who
 * @param passkeyId our own id of the passkey
 * @param rpId the relying party
 * @param authenticatedAt when
 * @param sessionId the {@code sid} of this sign-in, shared by all its tokens
 */
public record SignIn(Account account, String passkeyId, String rpId, Instant authenticatedAt, String sessionId) {}
