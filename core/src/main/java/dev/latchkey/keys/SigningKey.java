package dev.latchkey.keys;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A key that signs tokens, or still verifies them.
 *
 * @param id the {@code kid}
 * @param algorithm what it signs with
 * @param privateKey the private half
 * @param publicKey the public half, as published
 * @param createdAt the newest of an algorithm signs
 */
public record SigningKey(
        String id, SigningAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey, Instant createdAt) {

    /** A fresh key. */
    public static SigningKey generate(SigningAlgorithm algorithm, Instant now) {
        KeyPair pair = algorithm.generate();
        String id = UUID.randomUUID().toString();
        return new SigningKey(id, algorithm, pair.getPrivate(), pair.getPublic(), now);
    }

    /** The same key under another id. */
    public SigningKey withId(String other) {
        return new SigningKey(other, algorithm, privateKey, publicKey, createdAt);
    }

    /** Tells nothing of the private half. */
    @Override
    public String toString() {
        return "SigningKey[" + id + " " + algorithm + "]";
    }
}
