package dev.latchkey.config;

import java.time.Duration;
import java.util.List;

/** Where keys come from, section {@code latchkey.keys}. Not thread-safe. */
public final class KeyBuilder extends SectionBuilder {

    KeyBuilder() {}

    /** Seals and wraps; at least 32 characters. */
    public KeyBuilder secret(String secret) {
        set("secret", secret);
        return this;
    }

    /** Still open what they sealed. */
    public KeyBuilder formerSecrets(String... formerSecrets) {
        set("former-secrets", List.of(formerSecrets));
        return this;
    }

    /** How old the newest key may grow before the next is made; {@link Duration#ZERO} for ever. */
    public KeyBuilder rotationPeriod(Duration rotationPeriod) {
        set("rotation-period", rotationPeriod);
        return this;
    }

    /** How long a new key is published before it signs. */
    public KeyBuilder activationDelay(Duration activationDelay) {
        set("activation-delay", activationDelay);
        return this;
    }

    /** A PKCS12 file with the signing keys. */
    public KeyBuilder keystore(String file, String password) {
        setBelow("keystore", "file", file);
        setBelow("keystore", "password", password);
        return this;
    }
}
