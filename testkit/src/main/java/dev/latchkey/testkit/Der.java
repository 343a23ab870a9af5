package dev.latchkey.testkit;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Writes DER (ITU-T X.690), as far as certificates need it. */
final class Der {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static Bytes sequence(Bytes... values) {
        return value(0x30, join(values));
    }

    static Bytes set(Bytes... values) {
        return value(0x31, join(values));
    }

    static Bytes integer(BigInteger number) {
        return value(0x02, Bytes.copyOf(number.toByteArray()));
    }

    static Bytes integer(long number) {
        return integer(BigInteger.valueOf(number));
    }

    static Bytes enumerated(int number) {
        return value(0x0a, Bytes.copyOf((byte) number));
    }

    static Bytes bool(boolean value) {
        return value(0x01, Bytes.copyOf((byte) (value ? 0xff : 0)));
    }

    static Bytes octets(Bytes content) {
        return value(0x04, content);
    }

    static Bytes bits(Bytes content) {
        return value(0x03, Bytes.copyOf((byte) 0).plus(content));
    }

    static Bytes utf8(String text) {
        return value(0x0c, Bytes.utf8(text));
    }

    static Bytes printable(String text) {
        return value(0x13, Bytes.utf8(text));
    }

    static Bytes time(Instant time) {
        return value(0x18, Bytes.utf8(TIME.format(time)));
    }

    /** A constructed value of the context's own tag: its number may have two digits of base 128. */
    static Bytes tagged(int number, Bytes content) {
        if (number < 31) {
            return value(0xa0 | number, content);
        }
        Bytes tag = Bytes.copyOf((byte) 0xbf, (byte) (0x80 | (number >> 7)), (byte) (number & 0x7f));
        return tag.plus(length(content.length())).plus(content);
    }

    static Bytes oid(String dotted) {
        long[] arcs = Arrays.stream(dotted.split("\\.", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        Bytes content = base128(arcs[0] * 40 + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            content = content.plus(base128(arcs[i]));
        }
        return value(0x06, content);
    }

    private static Bytes base128(long number) {
        Bytes digits = Bytes.copyOf((byte) (number & 0x7f));
        for (long rest = number >> 7; rest > 0; rest >>= 7) {
            digits = Bytes.copyOf((byte) (0x80 | (rest & 0x7f))).plus(digits);
        }
        return digits;
    }

    private static Bytes value(int tag, Bytes content) {
        return Bytes.copyOf((byte) tag).plus(length(content.length())).plus(content);
    }

    private static Bytes length(int length) {
        if (length < 0x80) {
            return Bytes.copyOf((byte) length);
        }
        Bytes octets = Bytes.copyOf(BigInteger.valueOf(length).toByteArray());
        Bytes shortest = octets.toArray()[0] == 0 ? octets.slice(1, octets.length()) : octets;
        return Bytes.copyOf((byte) (0x80 | shortest.length())).plus(shortest);
    }

    static Bytes join(Bytes... values) {
        return Arrays.stream(values).reduce(Bytes.copyOf(), Bytes::plus);
    }
}
