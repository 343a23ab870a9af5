package dev.latchkey.webauthn;

import dev.latchkey.keys.Crypto;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A passkey that nobody has: an answer with an unknown credential is verified against it, so that it takes as long as any other. */
public final class Decoy {
    /** A COSE key (RFC 9053 §7.1) of P-256 whose point is the curve's generator. */
    private static final Bytes PUBLIC_KEY = Bytes.of(HexFormat.of()
            .parseHex("a50102032620012158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                    + "2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

    private Decoy() {}

    /** As {@link #verify(AssertionAnswer, Expectation, Crypto)} with the JVM's own providers. */
    static boolean verify(AssertionAnswer answer, Expectation expected) {
        return verify(answer, expected, Crypto.JVM);
    }

    /**
     * Does the work of a verification.
     *
     * @return whether the answer would have come as far as its signature, which nobody can judge
     */
    public static boolean verify(AssertionAnswer answer, Expectation expected, Crypto crypto) {
        Passkey decoy = passkey(answer, expected);
        boolean wellFormed = false;
        try {
            AuthenticatorFlags flags = AssertionVerifier.checkForm(answer, decoy, expected);
            wellFormed = true;
            AssertionVerifier.checkSignature(answer, decoy, flags, crypto);
        } catch (WebAuthnException refused) {
            // expected, and told to nobody
        }
        return wellFormed;
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
                PUBLIC_KEY,
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
