package dev.latchkey.webauthn;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the structure of CBOR (RFC 8949) before a parser does: nesting and lengths are bounded, indefinite lengths are refused, as CTAP2's
 * canonical form has none.
 */
final class CborBounds {
    private static final int MAX_DEPTH = 12;
    private static final int INDEFINITE = 31;
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTE_STRING = 2;
    private static final int TEXT_STRING = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;

    private final byte[] bytes;
    private int position;

    private CborBounds(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    /**
     * The position after the data item that starts at {@code start}.
     *
     * @throws WebAuthnException if there is no whole item, or it is beyond the bounds
     */
    static int end(byte[] bytes, int start) {
        CborBounds bounds = new CborBounds(bytes, start);
        bounds.item(0);
        return bounds.position;
    }

    /**
     * The byte string that a map of the top level holds under a name.
     *
     * @throws WebAuthnException if this is not a map with that name exactly once and a byte string under it
     */
    static byte[] byteString(byte[] bytes, String name) {
        CborBounds bounds = new CborBounds(bytes, 0);
        byte @Nullable [] found = null;
        for (long left = bounds.head(MAP, "a map"); left > 0; left--) {
            int start = bounds.position;
            bounds.key();
            byte[] key = Arrays.copyOfRange(bytes, start, bounds.position);
            if (!Arrays.equals(key, textString(name))) {
                bounds.item(1);
            } else if (found == null) {
                found = bounds.byteString();
            } else {
                throw new WebAuthnException("CBOR holds " + name + " twice");
            }
        }
        if (found == null) {
            throw new WebAuthnException("CBOR lacks " + name);
        }
        return found;
    }

    /** The canonical form of a text of less than 24 characters. */
    private static byte[] textString(String text) {
        byte[] ascii = text.getBytes(US_ASCII);
        return ByteBuffer.allocate(1 + ascii.length)
                .put((byte) (TEXT_STRING << 5 | ascii.length))
                .put(ascii)
                .array();
    }

    private byte[] byteString() {
        long length = head(BYTE_STRING, "a byte string");
        int start = position;
        skip(length);
        return Arrays.copyOfRange(bytes, start, position);
    }

    /** The argument of an item that has to be of that major type. */
    private long head(int majorType, String what) {
        int initial = next();
        if (initial >> 5 != majorType) {
            throw new WebAuthnException("CBOR is not " + what);
        }
        return argument(initial & 0x1f);
    }

    private void item(int depth) {
        if (depth > MAX_DEPTH) {
            throw new WebAuthnException("CBOR is nested deeper than " + MAX_DEPTH);
        }
        int initial = next();
        long argument = argument(initial & 0x1f);
        switch (initial >> 5) {
            case BYTE_STRING, TEXT_STRING -> skip(argument);
            case ARRAY -> items(argument, depth);
            case MAP -> pairs(argument, depth);
            case TAG -> throw new WebAuthnException("CBOR has a tag");
            default -> {}
        }
    }

    private void items(long count, int depth) {
        checkCount(count);
        for (long left = count; left > 0; left--) {
            item(depth + 1);
        }
    }

    private void pairs(long count, int depth) {
        checkCount(count);
        for (long left = count; left > 0; left--) {
            key();
            item(depth + 1);
        }
    }

    /** Of all that CBOR allows as the key of a map, WebAuthn and COSE have integers and texts. */
    private void key() {
        int initial = next();
        long argument = argument(initial & 0x1f);
        switch (initial >> 5) {
            case POSITIVE, NEGATIVE -> {}
            case TEXT_STRING -> skip(argument);
            default -> throw new WebAuthnException("CBOR has a key that is neither an integer nor a text");
        }
    }

    private void checkCount(long count) {
        if (count < 0 || count > bytes.length) {
            throw new WebAuthnException("CBOR claims more items than there are bytes");
        }
    }

    private long argument(int additional) {
        if (additional < 24) {
            return additional;
        }
        if (additional == INDEFINITE || additional > 27) {
            throw new WebAuthnException("CBOR has an indefinite or reserved length");
        }
        long value = 0;
        for (int left = 1 << (additional - 24); left > 0; left--) {
            value = value << 8 | next();
        }
        return value;
    }

    private int next() {
        if (position >= bytes.length) {
            throw new WebAuthnException("CBOR ends too early");
        }
        return bytes[position++] & 0xff;
    }

    private void skip(long length) {
        if (length < 0 || length > bytes.length - position) {
            throw new WebAuthnException("CBOR claims a string longer than what is left");
        }
        position += (int) length;
    }
}
