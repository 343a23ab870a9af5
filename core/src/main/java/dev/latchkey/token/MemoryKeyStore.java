package dev.latchkey.token;

import dev.latchkey.keys.StoredKey;
import dev.latchkey.storage.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keys that live as long as this process. */
final class MemoryKeyStore implements KeyStore {
    private final List<StoredKey> keys = new CopyOnWriteArrayList<>();

    @Override
    public List<StoredKey> findAll() {
        return List.copyOf(keys);
    }

    @Override
    public void add(StoredKey key) {
        keys.add(key);
    }

    @Override
    public boolean remove(String id) {
        return keys.removeIf(key -> key.id().equals(id));
    }
}
