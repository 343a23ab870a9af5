package dev.latchkey.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A client's secret, kept as its hash.
 *
 * @param sha256 the SHA-256 of the secret's UTF-8 bytes, 64 lower-case hexadecimal digits
 */
public record ClientSecret(String sha256) {

    /** The secret of that plain text. */
    public static ClientSecret ofPlainText(String secret) {
        return new ClientSecret(HexFormat.of().formatHex(hash(secret)));
    }

    /** Compares in constant time. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), hash(candidate));
    }

    /** Tells nothing of the secret. */
    @Override
    public String toString() {
        return "ClientSecret[…]";
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
