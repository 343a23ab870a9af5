package dev.latchkey.storage;

import dev.latchkey.keys.StoredKey;
import java.util.List;

/** Wrapped signing keys, shared by all nodes. */
public interface KeyStore {

    /** All keys, in no particular order. */
    List<StoredKey> findAll();

    /** @throws StorageConflictException with {@link Conflict#KEY} if another node stored a key of that id first */
    void add(StoredKey key);

    /** @return false if there is no key of that id */
    boolean remove(String id);
}
