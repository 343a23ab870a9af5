package dev.latchkey.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 (RFC 8032) by the JVM's own providers. */
public final class Ed25519 {
    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;

    private Ed25519() {}

    /**
     * The key of its 32 bytes, as the {@code x} of a JWK holds them (RFC 8037 §2).
     *
     * @throws IllegalArgumentException if they are no point of the curve
     */
    public static PublicKey publicKey(byte[] encoded) {
        if (encoded.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + encoded.length);
        }
        byte[] highestFirst = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            highestFirst[i] = encoded[KEY_BYTES - 1 - i];
        }
        boolean xOdd = highestFirst[0] < 0;
        highestFirst[0] &= 0x7f;
        EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, highestFirst));
        try {
            return KeyFactory.getInstance(NAME)
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }

    /** Whether the key signed the message. */
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(NAME);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
