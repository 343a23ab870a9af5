package dev.latchkey.ceremony;

import dev.latchkey.account.AccountRef;

/** Something that happened to accounts and passkeys, and is worth a line in an audit log. No event carries a secret or an e-mail address. */
public sealed interface PasskeyEvent {

    /**
     * A new account with its first passkey.
     *
     * @param owner the account
     * @param passkeyId its passkey
     * @param clientId the client
     */
    record SignedUp(AccountRef owner, String passkeyId, String clientId) implements PasskeyEvent {}

    /**
     * A sign-in.
     *
     * @param owner the account
     * @param passkeyId the passkey
     * @param clientId the client
     */
    record SignedIn(AccountRef owner, String passkeyId, String clientId) implements PasskeyEvent {}

    /**
     * One more passkey.
     *
     * @param owner the account
     * @param passkeyId the new passkey
     */
    record Enrolled(AccountRef owner, String passkeyId) implements PasskeyEvent {}

    /**
     * A passkey has another name.
     *
     * @param owner the account
     * @param passkeyId the passkey
     */
    record Renamed(AccountRef owner, String passkeyId) implements PasskeyEvent {}

    /**
     * A passkey is gone.
     *
     * @param owner the account
     * @param passkeyId the passkey
     */
    record Removed(AccountRef owner, String passkeyId) implements PasskeyEvent {}

    /**
     * A signature counter did not rise: perhaps a cloned authenticator (W3C WebAuthn Level 3 §6.1.1).
     *
     * @param owner the account
     * @param passkeyId the passkey
     */
    record CounterFell(AccountRef owner, String passkeyId) implements PasskeyEvent {}

    /**
     * A refresh token was used twice, and its family revoked: perhaps a stolen token.
     *
     * @param owner the account
     * @param clientId the client
     */
    record RefreshTokenReused(AccountRef owner, String clientId) implements PasskeyEvent {}

    /**
     * A client ended a refresh token, and with it all that came of the same sign-in.
     *
     * @param owner the account
     * @param clientId the client
     */
    record RefreshTokenRevoked(AccountRef owner, String clientId) implements PasskeyEvent {}

    /**
     * A ceremony was refused.
     *
     * @param ceremony which: signup, login, enrollment, refresh, revocation, removal; or access, by a proof that was used before
     * @param clientId the client
     * @param refusal what the client learns
     * @param reason what it does not learn
     */
    record Refused(String ceremony, String clientId, Refusal refusal, String reason) implements PasskeyEvent {}
}
