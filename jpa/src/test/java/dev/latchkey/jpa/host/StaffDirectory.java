package dev.latchkey.jpa.host;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.UserProfile;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.SignupRefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts that are in no table: here a map from login name to roles, elsewhere a directory service. */
public final class StaffDirectory implements AccountStore {
    private final Map<String, Set<String>> rolesByLogin;

    public StaffDirectory(Map<String, Set<String>> rolesByLogin) {
        this.rolesByLogin = Map.copyOf(rolesByLogin);
    }

    @Override
    public Optional<Account> find(AccountRef ref) {
        return Optional.ofNullable(rolesByLogin.get(ref.id()))
                .map(roles -> new Account(
                        ref, ref.id(), UserProfile.EMPTY, Set.of(), Map.of(), roles, roles.contains("left"), true));
    }

    @Override
    public Optional<Account> findByIdentifier(String realm, Identifier identifier) {
        return find(new AccountRef(realm, identifier.value()));
    }

    @Override
    public Optional<Account> findByPrincipalName(String realm, String principalName) {
        return find(new AccountRef(realm, principalName));
    }

    @Override
    public Account create(NewAccount account) {
        throw new SignupRefusedException("staff are hired, and do not sign up");
    }

    @Override
    public boolean isMember(Account account, String organization) {
        return account.roles().contains(organization);
    }
}
