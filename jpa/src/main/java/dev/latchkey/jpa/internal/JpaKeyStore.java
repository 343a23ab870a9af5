package dev.latchkey.jpa.internal;

import dev.latchkey.jpa.entity.MappedSigningKey;
import dev.latchkey.keys.StoredKey;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.KeyStore;
import java.util.List;
import java.util.Map;

/** Wrapped signing keys; every method is one statement. */
record JpaKeyStore(Statements statements, Mapped<MappedSigningKey> keys) implements KeyStore {

    @Override
    public List<StoredKey> findAll() {
        String jpql = "select k from " + keys.name() + " k";
        return statements.list(MappedSigningKey.class, jpql, Map.of()).stream()
                .map(MappedSigningKey::toKey)
                .toList();
    }

    @Override
    public void add(StoredKey key) {
        MappedSigningKey entity = keys.newInstance();
        entity.assign(key);
        statements.insert(entity, Conflict.KEY);
    }

    @Override
    public boolean remove(String id) {
        String jpql = "delete from " + keys.name() + " k where k.keyId = :id";
        return statements.execute(jpql, Map.of("id", id)) == 1;
    }
}
