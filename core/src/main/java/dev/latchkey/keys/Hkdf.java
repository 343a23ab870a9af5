package dev.latchkey.keys;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA256 (RFC 5869). */
final class Hkdf {
    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private Hkdf() {}

    /** Extracts from the key material with the salt, then expands to {@code length} bytes, at most 8,160. */
    static byte[] derive(byte[] keyMaterial, byte[] salt, byte[] info, int length) {
        Mac mac = mac();
        byte[] pseudoRandomKey = hmac(mac, salt.length == 0 ? new byte[HASH_BYTES] : salt, keyMaterial);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += HASH_BYTES, counter++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = hmac(mac, pseudoRandomKey, input);
            System.arraycopy(block, 0, output, done, Math.min(HASH_BYTES, length - done));
        }
        return output;
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(HMAC);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + HMAC, e);
        }
    }

    private static byte[] hmac(Mac mac, byte[] key, byte[] data) {
        try {
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(HMAC + " takes every key", e);
        }
    }
}
