package dev.latchkey.keys;

import javax.crypto.SecretKey;

/**
 * A key that is derived from one of the configured secrets, and so is the same on every node that has it.
 *
 * @param id of the secret, from which nothing about it can be learned
 * @param key never shown
 */
public record DerivedKey(String id, SecretKey key) {

    /** Tells nothing of the key. */
    @Override
    public String toString() {
        return "DerivedKey[" + id + "]";
    }
}
