package dev.latchkey.contract;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.NewAccount;
import dev.latchkey.storage.AccountStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's own accounts, by e-mail address, that knows who belongs to which organization. */
final class Club implements AccountStore {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final List<String> questions = new CopyOnWriteArrayList<>();

    void admit(String id, String organization) {
        members.add(id + " " + organization);
    }

    void expel(String id, String organization) {
        members.remove(id + " " + organization);
    }

    /** From now on, who signs up for that organization is a member of it. */
    void open(String organization) {
        open.add(organization);
    }

    /** Of whom it was asked, and about which organization. */
    List<String> questions() {
        return List.copyOf(questions);
    }

    @Override
    public Optional<Account> find(AccountRef ref) {
        return Optional.ofNullable(accounts.get(ref.id()));
    }

    @Override
    public Optional<Account> findByIdentifier(String realm, Identifier identifier) {
        return Optional.ofNullable(accounts.get(identifier.value()));
    }

    @Override
    public Optional<Account> findByPrincipalName(String realm, String principalName) {
        return Optional.ofNullable(accounts.get(principalName));
    }

    @Override
    public Account create(NewAccount account) {
        String id = account.profile().identifiers().get(0).value();
        Account created = new Account(
                new AccountRef(account.realm(), id),
                id,
                account.profile(),
                Set.of(),
                account.userMetadata(),
                Set.of(),
                false,
                false);
        accounts.put(id, created);
        account.organization().filter(open::contains).ifPresent(organization -> admit(id, organization));
        return created;
    }

    @Override
    public boolean isMember(Account account, String organization) {
        String question = account.ref().id() + " " + organization;
        questions.add(question);
        return members.contains(question);
    }
}
