package dev.latchkey.sample.members;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as the member table keeps it: PBKDF2 with HMAC-SHA-256, RFC 8018 §5.2.
 *
 * @param hash base64
 * @param salt base64
 * @param iterations the cost at which this hash was made
 */
public record StoredPassword(String hash, String salt, int iterations) {

    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Compared against where there is no member, so that the answer takes as long as for one. */
    private static final StoredPassword OF_NOBODY = of("");

    public static StoredPassword of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = derive(password, salt, ITERATIONS);
        Base64.Encoder base64 = Base64.getEncoder();
        return new StoredPassword(base64.encodeToString(hash), base64.encodeToString(salt), ITERATIONS);
    }

    public boolean matches(String password) {
        Base64.Decoder base64 = Base64.getDecoder();
        return MessageDigest.isEqual(base64.decode(hash), derive(password, base64.decode(salt), iterations));
    }

    /** Spends the time of a comparison. */
    static void matchNobody(String password) {
        OF_NOBODY.matches(password);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
