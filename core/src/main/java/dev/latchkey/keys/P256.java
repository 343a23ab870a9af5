package dev.latchkey.keys;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Public keys of the curve P-256 in the form that every provider reads. */
final class P256 {
    static final int COORDINATE_BYTES = 32;

    /** {@code SubjectPublicKeyInfo} (RFC 5480 §2) of an uncompressed point, up to its coordinates. */
    private static final byte[] PREFIX =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private P256() {}

    static byte[] encoded(byte[] x, byte[] y) {
        return ByteBuffer.allocate(PREFIX.length + 2 * COORDINATE_BYTES)
                .put(PREFIX)
                .put(x)
                .put(y)
                .array();
    }
}
