package dev.latchkey.session;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.UserProfile;
import dev.latchkey.passkey.Bytes;
import java.util.Map;

/** A pending ceremony. It is stored nowhere: the client carries it, sealed, as {@code auth_session}. */
public sealed interface AuthSession {

    /** What every pending ceremony is bound to. */
    Binding binding();

    /**
     * A new account with its first passkey.
     *
     * @param binding what it is bound to
     * @param userHandle the new account's user handle
     * @param profile what the person said
     * @param userMetadata the application's own string members
     */
    record Signup(Binding binding, Bytes userHandle, UserProfile profile, Map<String, String> userMetadata)
            implements AuthSession {
        public Signup {
            userMetadata = Map.copyOf(userMetadata);
        }
    }

    /**
     * A sign-in with whichever passkey the person chooses.
     *
     * @param binding what it is bound to
     */
    record Login(Binding binding) implements AuthSession {}

    /**
     * One more passkey for an account.
     *
     * @param binding what it is bound to
     * @param userHandle the account's user handle
     * @param owner the account
     * @param mediation how the passkey is made
     */
    record Enrollment(Binding binding, Bytes userHandle, AccountRef owner, Mediation mediation)
            implements AuthSession {}
}
