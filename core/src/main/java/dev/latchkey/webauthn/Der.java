package dev.latchkey.webauthn;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of DER (ITU-T X.690), as far as certificate extensions need it.
 *
 * @param tag class, form and number of the tag, in one number: 0x30 a sequence, 0x04 an octet string, 0xbf853e the context's tag 702
 * @param content as it stands there
 */
record Der(int tag, ByteBuffer content) {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int LONG_TAG = 0x1f;
    private static final int MORE = 0x80;

    /** The one value that these bytes are. */
    static Der of(byte[] bytes) {
        List<Der> values = read(ByteBuffer.wrap(bytes));
        if (values.size() != 1) {
            throw malformed();
        }
        return values.get(0);
    }

    /** The values within one of this tag. */
    List<Der> children(int wanted) {
        return read(require(wanted).content.slice());
    }

    /** The content of a value of this tag. */
    byte[] bytes(int wanted) {
        ByteBuffer slice = require(wanted).content.slice();
        byte[] bytes = new byte[slice.remaining()];
        slice.get(bytes);
        return bytes;
    }

    /** An INTEGER. */
    BigInteger integer() {
        byte[] bytes = bytes(INTEGER);
        if (bytes.length == 0) {
            throw malformed();
        }
        return new BigInteger(bytes);
    }

    private Der require(int wanted) {
        if (tag != wanted) {
            throw malformed();
        }
        return this;
    }

    private static List<Der> read(ByteBuffer in) {
        List<Der> values = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                int tag = tag(in);
                int length = length(in);
                if (length < 0 || length > in.remaining()) {
                    throw malformed();
                }
                values.add(new Der(tag, in.slice(in.position(), length)));
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException e) {
            throw malformed();
        }
        return values;
    }

    private static int tag(ByteBuffer in) {
        int tag = next(in);
        if ((tag & LONG_TAG) == LONG_TAG) {
            int octet;
            do {
                octet = next(in);
                tag = tag << 8 | octet;
            } while ((octet & MORE) != 0);
        }
        return tag;
    }

    private static int length(ByteBuffer in) {
        int first = next(in);
        if (first < MORE) {
            return first;
        }
        int octets = first & ~MORE;
        if (octets == 0 || octets > 3) {
            throw malformed();
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | next(in);
        }
        return length;
    }

    private static int next(ByteBuffer in) {
        return in.get() & 0xff;
    }

    private static WebAuthnException malformed() {
        return new WebAuthnException("the attestation certificate's extension is malformed");
    }
}
