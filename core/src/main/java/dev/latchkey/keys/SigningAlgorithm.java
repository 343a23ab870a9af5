package dev.latchkey.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The JWS algorithms (RFC 7518 §3.1) that tokens are signed with. */
public enum SigningAlgorithm {
    /** ID tokens: the one algorithm that every OpenID Connect client knows. */
    RS256("RSA"),
    /** Access tokens. */
    ES256("EC");

    private final String keyAlgorithm;

    SigningAlgorithm(String keyAlgorithm) {
        this.keyAlgorithm = keyAlgorithm;
    }

    /** The name of the key's algorithm in the Java Cryptography Architecture. */
    public String keyAlgorithm() {
        return keyAlgorithm;
    }

    /** A fresh key pair: RSA of 2048 bits, or P-256. */
    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keyAlgorithm);
            if (this == RS256) {
                generator.initialize(2048);
            } else {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + keyAlgorithm, e);
        }
    }
}
