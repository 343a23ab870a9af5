package dev.latchkey.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where keys come from: section {@code latchkey.keys}.
 *
 * @param secret seals {@code auth_session}s and wraps the signing keys that the database keeps; at least 32 characters. Without one, keys live
 *     as long as this process, and a warning says so
 * @param formerSecrets still open what they sealed, so that a secret can be changed without downtime
 * @param keystore a PKCS12 file with the signing keys; then the database keeps none
 * @param rotationPeriod how old the newest signing key may grow before the next is made; empty for ever. Does not touch a keystore
 * @param activationDelay how long a new signing key is published before it signs, unless it is the first
 */
public record KeySettings(
        Optional<String> secret,
        List<String> formerSecrets,
        Optional<Keystore> keystore,
        Optional<Duration> rotationPeriod,
        Duration activationDelay) {
    /** How old a node's list of signing keys grows before a request makes it read them again. */
    public static final Duration RELOAD_INTERVAL = Duration.ofMinutes(1);

    /** How long the JWKS may be cached ({@code Cache-Control: max-age}). */
    public static final Duration JWKS_MAX_AGE = Duration.ofMinutes(5);

    public KeySettings {
        formerSecrets = List.copyOf(formerSecrets);
    }

    /** Keys that nobody rotates by time, and that sign an hour after they were published. */
    public KeySettings(Optional<String> secret, List<String> formerSecrets, Optional<Keystore> keystore) {
        this(secret, formerSecrets, keystore, Optional.empty(), Duration.ofHours(1));
    }

    /**
     * A PKCS12 file, read again when it changes. Its RSA keys are for RS256, its P-256 keys for ES256, its Ed25519 keys for EdDSA. Of each
     * kind the newest signs whose certificate has been valid for the activation delay; all verify.
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
