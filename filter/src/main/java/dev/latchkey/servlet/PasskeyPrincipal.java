package dev.latchkey.servlet;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.ceremony.SignIn;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in with a passkey, as {@code getUserPrincipal()} gives it. Immutable and serializable, so that it survives a session's
 * replication and passivation.
 *
 * @param name the name that the application knows the person by
 * @param realm the user directory
 * @param accountId the account's id in it
 * @param roles the application's roles at the time of signing in
 * @param authenticatedAt when
 * @param passkeyId the kit's own id of the passkey
 */
public record PasskeyPrincipal(
        String name, String realm, String accountId, Set<String> roles, Instant authenticatedAt, String passkeyId)
        implements Principal, Serializable {

    public PasskeyPrincipal {
        roles = Set.copyOf(roles);
    }

    static PasskeyPrincipal of(SignIn signIn) {
        Account account = signIn.account();
        return new PasskeyPrincipal(
                account.principalName(),
                account.ref().realm(),
                account.ref().id(),
                account.roles(),
                signIn.authenticatedAt(),
                signIn.passkeyId());
    }

    /** The account. */
    public AccountRef account() {
        return new AccountRef(realm, accountId);
    }

    @Override
    public String getName() {
        return name;
    }

    /**
     * As a record's own. Containers compare when they end sessions, after the application; JDK 17 would then remember this
     * class, and with it the application's class loader.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PasskeyPrincipal that
                && name.equals(that.name)
                && realm.equals(that.realm)
                && accountId.equals(that.accountId)
                && roles.equals(that.roles)
                && authenticatedAt.equals(that.authenticatedAt)
                && passkeyId.equals(that.passkeyId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, realm, accountId, roles, authenticatedAt, passkeyId);
    }

    /** Says the account alone, for the name may be an e-mail address, which belongs in no log. */
    @Override
    public String toString() {
        return "PasskeyPrincipal[" + realm + "/" + accountId + "]";
    }
}
