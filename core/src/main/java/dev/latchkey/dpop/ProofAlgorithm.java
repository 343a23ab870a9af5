package dev.latchkey.dpop;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The JWS algorithms that a proof may be signed with: all of them asymmetric (RFC 9449 §4.3, check 5). */
public enum ProofAlgorithm {
    /** ECDSA on P-256 (RFC 7518 §3.4). */
    ES256("ES256"),
    /** RSASSA-PKCS1-v1_5 (RFC 7518 §3.3). */
    RS256("RS256"),
    /** Ed25519 by its own name (RFC 9864 §2.2). */
    ED25519("Ed25519"),
    /** Ed25519 by its older name (RFC 8037 §3.1). */
    EDDSA("EdDSA");

    private final String wireName;

    ProofAlgorithm(String wireName) {
        this.wireName = wireName;
    }

    /** Its {@code alg}. */
    public String wireName() {
        return wireName;
    }

    /** Every {@code alg}, in order of preference. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(ProofAlgorithm::wireName).toList();
    }

    /** The algorithm of that {@code alg}, or empty. */
    static Optional<ProofAlgorithm> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.wireName.equals(name))
                .findFirst();
    }
}
