package dev.latchkey.keys;

import com.nimbusds.jose.jwk.Curve;
import dev.latchkey.config.SigningAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that signs tokens, or will, or still verifies them.
 *
 * @param id the {@code kid}
 * @param algorithm what it signs with
 * @param privateKey the private half
 * @param publicKey the public half, as published
 * @param createdAt when it was made, by which its {@link KeyLife} goes
 */
public record SigningKey(
        String id, SigningAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey, Instant createdAt) {
    private static final int RSA_BITS = 2048;

    /** A fresh key: RSA of 2048 bits, P-256 or Ed25519. */
    public static SigningKey generate(String id, SigningAlgorithm algorithm, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyAlgorithm());
            switch (algorithm) {
                case RS256 -> generator.initialize(RSA_BITS);
                case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case EDDSA -> generator.initialize(NamedParameterSpec.ED25519);
            }
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(id, algorithm, pair.getPrivate(), pair.getPublic(), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + algorithm.keyAlgorithm(), e);
        }
    }

    /** The algorithm that a key is good for: RSA of at least 2048 bits, P-256 by its curve, or Ed25519; empty for any other. */
    static Optional<SigningAlgorithm> algorithmOf(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= RSA_BITS) {
            return Optional.of(SigningAlgorithm.RS256);
        }
        if (key instanceof ECPublicKey ec && Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()))) {
            return Optional.of(SigningAlgorithm.ES256);
        }
        if (key instanceof EdECPublicKey ed && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            return Optional.of(SigningAlgorithm.EDDSA);
        }
        return Optional.empty();
    }

    /** The same key under another id. */
    public SigningKey withId(String other) {
        return new SigningKey(other, algorithm, privateKey, publicKey, createdAt);
    }

    /** Tells nothing of the private half. */
    @Override
    public String toString() {
        return "SigningKey[" + id + " " + algorithm.jwsName() + "]";
    }
}
