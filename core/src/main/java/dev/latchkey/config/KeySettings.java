package dev.latchkey.config;

import java.util.List;
import java.util.Optional;

/**
 * Where keys come from: section {@code latchkey.keys}.
 *
 * @param secret seals {@code auth_session}s and wraps the signing keys that the database keeps; at least 32 characters. Without one, keys live
 *     as long as this process, and a warning says so
 * @param formerSecrets still open what they sealed, so that a secret can be changed without downtime
 * @param keystore a PKCS12 file with the signing keys; then the database keeps none
 */
public record KeySettings(Optional<String> secret, List<String> formerSecrets, Optional<Keystore> keystore) {

    public KeySettings {
        formerSecrets = List.copyOf(formerSecrets);
    }

    /**
     * A PKCS12 file. Its RSA keys sign ID tokens, its P-256 keys sign access tokens; of each kind the newest certificate signs, the others verify.
     *
     * @param file path of the file
     * @param password of the file and its keys
     */
    public record Keystore(String file, String password) {

        /** Tells nothing of the password. */
        @Override
        public String toString() {
            return "Keystore[" + file + "]";
        }
    }

    /** Tells nothing of the secrets. */
    @Override
    public String toString() {
        return "KeySettings[secret " + (secret.isPresent() ? "set" : "not set") + ", keystore " + keystore + "]";
    }
}
