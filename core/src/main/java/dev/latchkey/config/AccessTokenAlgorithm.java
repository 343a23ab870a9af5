package dev.latchkey.config;

import java.util.Optional;

/** The JWS algorithms that access tokens may have: those of signing keys, which anybody verifies by the JWKS, or one that Latchkey alone verifies. */
public enum AccessTokenAlgorithm {
    /** ECDSA on P-256 with SHA-256. */
    ES256(Optional.of(SigningAlgorithm.ES256)),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256(Optional.of(SigningAlgorithm.RS256)),
    /** EdDSA, by Ed25519 alone. */
    EDDSA(Optional.of(SigningAlgorithm.EDDSA)),
    /** HMAC with SHA-256 (RFC 7518 §3.2), with a key that is derived from {@code latchkey.keys.secret}. No API can verify it. */
    HS256(Optional.empty());

    private final Optional<SigningAlgorithm> signing;

    AccessTokenAlgorithm(Optional<SigningAlgorithm> signing) {
        this.signing = signing;
    }

    /** The one that signs with that algorithm. */
    public static AccessTokenAlgorithm of(SigningAlgorithm signing) {
        return switch (signing) {
            case RS256 -> RS256;
            case ES256 -> ES256;
            case EDDSA -> EDDSA;
        };
    }

    /** The algorithm of the signing key that it needs; empty for {@link #HS256}, which needs none. */
    public Optional<SigningAlgorithm> signing() {
        return signing;
    }
}
