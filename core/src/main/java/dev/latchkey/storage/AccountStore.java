package dev.latchkey.storage;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.NewAccount;
import java.util.Optional;

/** The host's user directory. Finding is by exact realm; identifiers compare by {@link Identifier#key()}. */
public interface AccountStore {
    Optional<Account> find(AccountRef ref);

    Optional<Account> findByIdentifier(String realm, Identifier identifier);

    /**
     * Finds by the name that the application's own login gives to its principals. Whoever has that name there is the owner here, so a store
     * whose accounts that login does not know finds nobody.
     */
    Optional<Account> findByPrincipalName(String realm, String principalName);

    /**
     * Creates an account.
     *
     * @throws StorageConflictException with {@link Conflict#IDENTIFIER} if one of the identifiers belongs to an account of the realm
     * @throws SignupRefusedException if the host creates its accounts elsewhere, or does not take this one
     */
    Account create(NewAccount account);

    /**
     * Whether tokens of the account may name that organization ({@code org_id}). Asked at each exchange that wants one, also about an account
     * just created, and at each refresh of its tokens; only about organizations that the realm's configuration lists. A store that does not
     * say lets every account of the realm belong to each of them.
     */
    default boolean isMember(Account account, String organization) {
        return true;
    }
}
