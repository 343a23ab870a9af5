package dev.latchkey.testkit;

import java.nio.ByteBuffer;

/** The head of a CBOR item: major type and argument in the shortest form (RFC 8949 section 3). */
final class CborHead {

    private CborHead() {}

    static Bytes of(int majorType, long argument) {
        int type = majorType << 5;
        if (argument < 24) {
            return Bytes.copyOf((byte) (type | argument));
        } else if (argument <= 0xff) {
            return head(type | 24, argument, 1);
        } else if (argument <= 0xffff) {
            return head(type | 25, argument, 2);
        } else if (argument <= 0xffff_ffffL) {
            return head(type | 26, argument, 4);
        }
        return head(type | 27, argument, 8);
    }

    private static Bytes head(int initialByte, long argument, int argumentLength) {
        Bytes big = Bytes.copyOf(ByteBuffer.allocate(8).putLong(argument).array());
        return Bytes.copyOf((byte) initialByte).plus(big.slice(8 - argumentLength, 8));
    }
}
