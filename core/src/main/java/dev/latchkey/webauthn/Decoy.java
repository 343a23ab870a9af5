package dev.latchkey.webauthn;

import dev.latchkey.keys.Crypto;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey that nobody has, with a key of each algorithm that every device knows. What is refused is verified against it too, so that a
 * refusal takes as long as any other: one check by each of these algorithms that the policy offers, whether the credential is unknown, is
 * somebody else's, or did not sign. Thread-safe.
 */
public final class Decoy {
    private static final HexFormat HEX = HexFormat.of();

    /** A COSE key (RFC 9053 §7.1) of P-256 whose point is the curve's generator. */
    private static final Bytes ES256_KEY =
            key("a50102032620012158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                    + "2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

    /** COSE keys by algorithm; that of Ed25519 (RFC 9053 §7.2) is its generator, that of RSA (RFC 8230 §4) an odd number of 2048 bits. */
    private static final Map<Integer, Bytes> PUBLIC_KEYS = Map.of(
            -7,
            ES256_KEY,
            -8,
            key("a4010103272006215820" + "58" + "66".repeat(31)),
            -257,
            key("a401030339010020590100" + "c5".repeat(256) + "2143010001"));

    private Decoy() {}

    private static Bytes key(String hex) {
        return Bytes.of(HEX.parseHex(hex));
    }

    /** As {@link #verify(AssertionAnswer, Expectation, Crypto)} with the JVM's own providers. */
    static boolean verify(AssertionAnswer answer, Expectation expected) {
        return verify(answer, expected, Crypto.JVM);
    }

    /**
     * Does the work of a verification that is refused.
     *
     * @return whether the answer would have come as far as its signature, which nobody can judge
     */
    public static boolean verify(AssertionAnswer answer, Expectation expected, Crypto crypto) {
        try {
            AssertionVerifier.checkForm(answer, passkey(answer, expected), expected);
        } catch (WebAuthnException refused) {
            return false;
        }
        checkSignatures(answer, expected, crypto, "none yet");
        return true;
    }

    /**
     * Checks the signature by every key of the decoy, in vain.
     *
     * @param done the algorithm by which it was checked already, as the Java Cryptography Architecture calls it
     */
    static void checkSignatures(AssertionAnswer answer, Expectation expected, Crypto crypto, String done) {
        expected.policy().algorithms().stream()
                .flatMap(algorithm -> Optional.ofNullable(PUBLIC_KEYS.get(algorithm)).stream())
                .map(key -> CoseKey.of(key, crypto))
                .filter(key -> !key.algorithm().equals(done))
                .forEach(key -> check(key, answer, crypto));
    }

    private static void check(CoseKey key, AssertionAnswer answer, Crypto crypto) {
        try {
            AssertionVerifier.checkSignature(key, answer, crypto);
        } catch (WebAuthnException refused) {
            // expected, and told to nobody
        }
    }

    /** A passkey that the answer fits in everything but the signature. */
    static Passkey passkey(AssertionAnswer answer, Expectation expected) {
        boolean eligible = AuthenticatorFlags.claimsBackupEligibility(
                answer.authenticatorData().toArray());
        return new Passkey(
                "decoy",
                "",
                "",
                expected.rpId(),
                answer.credentialId(),
                answer.userHandle().orElse(Bytes.of(new byte[64])),
                ES256_KEY,
                0,
                BackupState.of(eligible, false),
                List.of(),
                new UUID(0, 0),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }
}
