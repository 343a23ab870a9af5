package dev.latchkey.testkit;

import java.util.Arrays;
import java.util.List;

/**
 * A value of CBOR (RFC 8949), as far as authenticators write it, and {@link Raw} for whatever they should not write.
 * Integers and lengths take their shortest form. All values are immutable and thread-safe.
 */
public sealed interface Cbor permits Cbor.Int, Cbor.Text, Cbor.Binary, Cbor.Items, Cbor.Raw, CborMap {

    /** The encoded value. */
    Bytes encode();

    /** An integer, positive or negative. */
    static Cbor of(long value) {
        return new Int(value);
    }

    /** A text string. */
    static Cbor of(String value) {
        return new Text(value);
    }

    /** A byte string. */
    static Cbor of(Bytes value) {
        return new Binary(value);
    }

    /** An array. */
    static Cbor of(List<Cbor> items) {
        return new Items(items);
    }

    /** Bytes that stand in the place of a value as they are, well-formed or not. */
    static Cbor raw(Bytes encoded) {
        return new Raw(encoded);
    }

    /** Arrays of one item within each other, so many levels deep, at least 1; the innermost is empty. */
    static Cbor nestedArrays(int depth) {
        byte[] encoded = new byte[depth];
        Arrays.fill(encoded, (byte) 0x81);
        encoded[depth - 1] = (byte) 0x80;
        return new Raw(Bytes.copyOf(encoded));
    }

    /**
     * An integer: major types 0 and 1.
     *
     * @param value the number
     */
    record Int(long value) implements Cbor {
        @Override
        public Bytes encode() {
            return value >= 0 ? CborHead.of(0, value) : CborHead.of(1, -1 - value);
        }
    }

    /**
     * A text string: major type 3.
     *
     * @param value the text
     */
    record Text(String value) implements Cbor {
        @Override
        public Bytes encode() {
            Bytes utf8 = Bytes.utf8(value);
            return CborHead.of(3, utf8.length()).plus(utf8);
        }
    }

    /**
     * A byte string: major type 2.
     *
     * @param value the bytes
     */
    record Binary(Bytes value) implements Cbor {
        @Override
        public Bytes encode() {
            return CborHead.of(2, value.length()).plus(value);
        }
    }

    /**
     * An array: major type 4.
     *
     * @param values the items
     */
    record Items(List<Cbor> values) implements Cbor {

        /** Copies the items. */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public Bytes encode() {
            return values.stream().map(Cbor::encode).reduce(CborHead.of(4, values.size()), Bytes::plus);
        }
    }

    /**
     * Bytes taken as they are.
     *
     * @param encode the bytes
     */
    record Raw(Bytes encode) implements Cbor {}
}
