package dev.latchkey.event;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.IdentifierType;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to accounts and passkeys, and is worth a line in an audit log. No event carries a secret, or the value of an
 * identifier: neither token nor key nor challenge nor e-mail address. Immutable.
 */
public sealed interface PasskeyEvent {

    /** When, where and from whom. */
    Occasion occasion();

    /** The kind of event in log lines, metrics and recordings, e.g. {@code signed_in}. */
    default String name() {
        return EventFields.name(this);
    }

    /**
     * A new account with its first passkey.
     *
     * @param account the account
     * @param passkey its passkey
     * @param identifiers the kinds of identifier that it was given, by precedence
     * @param sessionId the {@code sid} of the sign-in that follows from it, shared by all its tokens
     */
    record SignedUp(
            Occasion occasion,
            AccountRef account,
            PasskeyDetails passkey,
            List<IdentifierType> identifiers,
            String sessionId)
            implements PasskeyEvent {
        public SignedUp {
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * A sign-in.
     *
     * @param account the account
     * @param passkey the passkey
     * @param sessionId the {@code sid} of this sign-in, shared by all its tokens
     */
    record SignedIn(Occasion occasion, AccountRef account, PasskeyDetails passkey, String sessionId)
            implements PasskeyEvent {}

    /**
     * {@code HttpServletRequest.logout()} has ended a login by passkey in the application's session. A session that is invalidated or
     * expires is not reported.
     *
     * @param account the account
     */
    record SignedOut(Occasion occasion, AccountRef account) implements PasskeyEvent {}

    /**
     * One more passkey.
     *
     * @param account the account
     * @param passkey the new passkey
     */
    record Enrolled(Occasion occasion, AccountRef account, PasskeyDetails passkey) implements PasskeyEvent {}

    /**
     * A passkey has another name.
     *
     * @param account the account
     * @param passkeyId the passkey
     */
    record Renamed(Occasion occasion, AccountRef account, String passkeyId) implements PasskeyEvent {}

    /**
     * A passkey is gone.
     *
     * @param account the account
     * @param passkeyId the passkey
     */
    record Removed(Occasion occasion, AccountRef account, String passkeyId) implements PasskeyEvent {}

    /**
     * All passkeys and refresh tokens of an account are gone, at the application's wish.
     *
     * @param account the account
     * @param passkeys how many passkeys it had
     */
    record AllRevoked(Occasion occasion, AccountRef account, int passkeys) implements PasskeyEvent {}

    /**
     * A signature counter did not rise: perhaps a cloned authenticator (W3C WebAuthn Level 3 §6.1.1). A {@link Refused} or a
     * {@link SignedIn} follows, as configured.
     *
     * @param account the account
     * @param passkeyId the passkey
     * @param stored the counter last seen, 0 to 2³²−1
     * @param told the counter that the authenticator told, 0 to 2³²−1
     */
    record CounterFell(Occasion occasion, AccountRef account, String passkeyId, long stored, long told)
            implements PasskeyEvent {}

    /**
     * A refresh token was used twice, and its family revoked: perhaps a stolen token (RFC 9700 §4.14.2). A {@link Refused} follows.
     *
     * @param account the account
     * @param sessionId the {@code sid} of the sign-in that it came of
     */
    record RefreshTokenReused(Occasion occasion, AccountRef account, String sessionId) implements PasskeyEvent {}

    /**
     * A client ended a refresh token, and with it all that came of the same sign-in.
     *
     * @param account the account
     * @param sessionId the {@code sid} of the sign-in that it came of
     */
    record RefreshTokenRevoked(Occasion occasion, AccountRef account, String sessionId) implements PasskeyEvent {}

    /**
     * A request to an endpoint of passkeys, tokens or My Account ended in an error: one event each, whatever the reason.
     *
     * @param refusal the reason, in one word
     * @param reason what the client does not learn, in at most 300 characters
     * @param account whose it was, where that was known by then
     * @param passkeyId the passkey that was used, where there is one
     */
    record Refused(
            Occasion occasion, Refusal refusal, String reason, Optional<AccountRef> account, Optional<String> passkeyId)
            implements PasskeyEvent {
        public Refused {
            reason = PlainText.of(reason);
            passkeyId = passkeyId.map(PlainText::of);
        }
    }
}
