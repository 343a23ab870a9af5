package dev.latchkey.token;

import dev.latchkey.config.KeySettings;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.keys.KeyLife;
import dev.latchkey.keys.KeyWrapping;
import dev.latchkey.keys.KeystoreFile;
import dev.latchkey.keys.Sealer;
import dev.latchkey.keys.SigningKey;
import dev.latchkey.storage.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where signing keys come from. Called by one thread at a time. */
interface KeySource {

    /** Every key that verifies, after those that were due have been made and those that ended have been forgotten. */
    List<SigningKey> read(Instant now);

    /**
     * Makes a new key of each algorithm in use.
     *
     * @param dropOthers whether all others are forgotten
     * @return every key that verifies
     * @throws IllegalStateException if keys are not made here
     */
    List<SigningKey> renew(Instant now, boolean dropOthers);

    /** The source that is configured: a file; else the database; else, without a secret to wrap them, this process alone. */
    static KeySource of(KeySettings keys, TokenSettings tokens, Sealer sealer, Storage storage) {
        Optional<KeySource> file =
                keys.keystore().map(keystore -> new OfFile(new KeystoreFile(keystore, tokens.algorithms())));
        return file.orElseGet(() -> {
            KeyLife life = KeyLife.of(keys, tokens);
            KeyWrapping wrapping = new KeyWrapping(sealer);
            return keys.secret().isPresent()
                    ? new StoredKeys(StoredKeys.in(storage), wrapping, life, "")
                    : new StoredKeys(StoredKeys.inMemory(), wrapping, life, "-" + UUID.randomUUID());
        });
    }

    /** A PKCS12 file, which whoever keeps it changes. */
    record OfFile(KeystoreFile file) implements KeySource {

        @Override
        public List<SigningKey> read(Instant now) {
            return file.read();
        }

        @Override
        public List<SigningKey> renew(Instant now, boolean dropOthers) {
            throw new IllegalStateException("The signing keys are those of "
                    + file.settings().file() + ": change the file, and every node reads it within a minute");
        }
    }
}
