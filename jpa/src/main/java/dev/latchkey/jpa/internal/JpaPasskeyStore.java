package dev.latchkey.jpa.internal;

import dev.latchkey.account.AccountRef;
import dev.latchkey.jpa.entity.MappedPasskey;
import dev.latchkey.jpa.entity.MappedUserHandle;
import dev.latchkey.jpa.entity.Micros;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.PasskeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passkeys and user handles; every method is one statement unless it says otherwise. */
final class JpaPasskeyStore implements PasskeyStore {
    private static final String OF_OWNER = " where e.realm = :realm and e.accountId = :account";
    private static final String ONE_OF_OWNER = OF_OWNER + " and e.id = :id";

    private final Statements statements;
    private final AccountDirectory directory;
    private final Mapped<MappedPasskey> passkeys;
    private final Mapped<MappedUserHandle> userHandles;

    JpaPasskeyStore(Statements statements, Mappings mappings, AccountDirectory directory) {
        this.statements = statements;
        this.directory = directory;
        this.passkeys = mappings.passkey();
        this.userHandles = mappings.userHandle();
    }

    @Override
    public Optional<OwnedPasskey> findByCredentialId(Bytes credentialId) {
        return directory
                .findOwned(statements, MappedPasskey.credentialHash(credentialId))
                .filter(owned -> owned.passkey().credentialId().equals(credentialId));
    }

    @Override
    public List<Passkey> findAll(AccountRef owner) {
        String jpql = select(passkeys) + OF_OWNER + " order by e.createdAtMicros, e.id";
        return statements.list(Object[].class, jpql, parameters(owner)).stream()
                .map(row -> passkeys.read(row, 0).toPasskey())
                .toList();
    }

    @Override
    public List<Passkey> page(String realm, Optional<String> after, int atMost) {
        String jpql = select(passkeys) + " where e.realm = :realm" + (after.isPresent() ? " and e.id > :after" : "")
                + " order by e.id";
        Map<String, String> parameters =
                after.map(id -> Map.of("realm", realm, "after", id)).orElse(Map.of("realm", realm));
        return statements.list(Object[].class, jpql, parameters, atMost).stream()
                .map(row -> passkeys.read(row, 0).toPasskey())
                .toList();
    }

    @Override
    public Optional<Passkey> find(AccountRef owner, String passkeyId) {
        return statements
                .find(Object[].class, select(passkeys) + ONE_OF_OWNER, parameters(owner, passkeyId))
                .map(row -> passkeys.read(row, 0).toPasskey());
    }

    @Override
    public Optional<Passkey> lock(AccountRef owner, String passkeyId) {
        return statements
                .lock(
                        MappedPasskey.class,
                        "select e from " + passkeys.name() + " e" + ONE_OF_OWNER,
                        parameters(owner, passkeyId))
                .map(MappedPasskey::toPasskey);
    }

    @Override
    public Optional<Bytes> findUserHandle(AccountRef owner) {
        return statements
                .find(Object[].class, select(userHandles) + OF_OWNER, parameters(owner))
                .map(row -> userHandles.read(row, 0).toUserHandle());
    }

    @Override
    public void addUserHandle(AccountRef owner, Bytes userHandle) {
        MappedUserHandle entity = userHandles.newInstance();
        entity.assign(owner, userHandle);
        statements.insert(entity, Conflict.USER_HANDLE);
    }

    @Override
    public Optional<Bytes> lockUserHandle(AccountRef owner) {
        return statements
                .lock(
                        MappedUserHandle.class,
                        "select e from " + userHandles.name() + " e" + OF_OWNER,
                        parameters(owner))
                .map(MappedUserHandle::toUserHandle);
    }

    @Override
    public long count(AccountRef owner) {
        String jpql = "select count(e) from " + passkeys.name() + " e" + OF_OWNER;
        return statements.find(Long.class, jpql, parameters(owner)).orElse(0L);
    }

    @Override
    public void add(Passkey passkey) {
        MappedPasskey entity = passkeys.newInstance();
        entity.assign(passkey);
        statements.insert(entity, Conflict.CREDENTIAL);
    }

    /** Refuses, too, to call a passkey backed up that cannot be. */
    @Override
    public boolean recordUse(PasskeyUse use) {
        boolean backedUp = use.backup() == BackupState.BACKED_UP;
        String jpql = "update " + passkeys.name() + " e set e.signCount = :count, e.backedUp = :backedUp,"
                + " e.lastUsedAtMicros = :usedAt where e.id = :id and "
                + (use.signCount() == 0 ? "e.signCount = :count" : "e.signCount < :count")
                + (backedUp ? " and e.backupEligible = true" : "");
        Map<String, Object> parameters = Map.of(
                "count",
                use.signCount(),
                "backedUp",
                backedUp,
                "usedAt",
                Micros.of(use.usedAt()),
                "id",
                use.passkeyId());
        return statements.execute(jpql, parameters) == 1;
    }

    @Override
    public boolean rename(AccountRef owner, String passkeyId, String name) {
        String jpql = "update " + passkeys.name() + " e set e.displayName = :name" + ONE_OF_OWNER;
        Map<String, Object> parameters =
                Map.of("realm", owner.realm(), "account", owner.id(), "id", passkeyId, "name", name);
        return statements.execute(jpql, parameters) == 1;
    }

    @Override
    public boolean remove(AccountRef owner, String passkeyId) {
        String jpql = "delete from " + passkeys.name() + " e" + ONE_OF_OWNER;
        return statements.execute(jpql, parameters(owner, passkeyId)) == 1;
    }

    /** Two statements. */
    @Override
    public int removeAll(AccountRef owner) {
        int removed = statements.execute("delete from " + passkeys.name() + " e" + OF_OWNER, parameters(owner));
        statements.execute("delete from " + userHandles.name() + " e" + OF_OWNER, parameters(owner));
        return removed;
    }

    private static String select(Mapped<?> entity) {
        return "select " + entity.select("e") + " from " + entity.name() + " e";
    }

    private static Map<String, String> parameters(AccountRef owner) {
        return Map.of("realm", owner.realm(), "account", owner.id());
    }

    private static Map<String, String> parameters(AccountRef owner, String passkeyId) {
        return Map.of("realm", owner.realm(), "account", owner.id(), "id", passkeyId);
    }
}
