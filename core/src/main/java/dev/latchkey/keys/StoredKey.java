package dev.latchkey.keys;

import java.time.Instant;

/**
 * A signing key as a storage keeps it, wrapped by the configured secret so that the database alone opens nothing.
 *
 * @param id the key id ({@code kid})
 * @param algorithm the JWS algorithm, e.g. {@code RS256}
 * @param wrapped the sealed private key, base64url
 * @param createdAt when it was made, by which its {@link KeyLife} goes
 */
public record StoredKey(String id, String algorithm, String wrapped, Instant createdAt) {}
