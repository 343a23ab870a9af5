package dev.latchkey.config;

import java.util.Arrays;
import java.util.Optional;

/** The JWS algorithms (RFC 7518 §3.1, RFC 8037 §3.1) that tokens are signed with. */
public enum SigningAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256: ID tokens, for it is the one algorithm that every OpenID Connect client knows. */
    RS256("RS256", "RSA"),
    /** ECDSA on P-256 with SHA-256. */
    ES256("ES256", "EC"),
    /** EdDSA, by Ed25519 alone. */
    EDDSA("EdDSA", "Ed25519");

    private final String jwsName;
    private final String keyAlgorithm;

    SigningAlgorithm(String jwsName, String keyAlgorithm) {
        this.jwsName = jwsName;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** The value of {@code alg}. */
    public String jwsName() {
        return jwsName;
    }

    /** The name of the key's algorithm in the Java Cryptography Architecture. */
    public String keyAlgorithm() {
        return keyAlgorithm;
    }

    /** The algorithm that an {@code alg} names, exactly, or empty. */
    public static Optional<SigningAlgorithm> ofJwsName(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jwsName.equals(name))
                .findFirst();
    }
}
