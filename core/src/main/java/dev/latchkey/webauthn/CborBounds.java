package dev.latchkey.webauthn;

/**
 * Looks at the structure of CBOR (RFC 8949) before a parser does: nesting and lengths are bounded, indefinite lengths are refused, as CTAP2's
 * canonical form has none.
 */
final class CborBounds {
    private static final int MAX_DEPTH = 12;
    private static final int INDEFINITE = 31;

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

    private void item(int depth) {
        if (depth > MAX_DEPTH) {
            throw new WebAuthnException("CBOR is nested deeper than " + MAX_DEPTH);
        }
        int initial = next();
        int major = initial >> 5;
        long argument = argument(initial & 0x1f);
        switch (major) {
            case 2, 3 -> skip(argument);
            case 4 -> items(argument, 1, depth);
            case 5 -> items(argument, 2, depth);
            case 6 -> throw new WebAuthnException("CBOR has a tag");
            default -> {}
        }
    }

    private void items(long count, int each, int depth) {
        if (count < 0 || count > bytes.length) {
            throw new WebAuthnException("CBOR claims more items than there are bytes");
        }
        for (long left = count * each; left > 0; left--) {
            item(depth + 1);
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
