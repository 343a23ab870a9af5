package dev.latchkey.contract;

import java.util.List;
import java.util.Random;

/** Texts and values that programs have stumbled over. */
final class FuzzTexts {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\r\nSet-Cookie: a=b",
            "null",
            "../../etc/passwd",
            "%00%0a%ff",
            "%",
            "%zz",
            "ﷺ".repeat(40),
            "\ud83d\ude00\ud800",
            "\u202e\u2066\ufeff\u0130ı",
            "e\u0301".repeat(200),
            "' or 1=1 --",
            "${jndi:ldap://localhost/a}",
            "<script>",
            "A".repeat(5000),
            "=".repeat(70),
            ":",
            ",".repeat(300),
            "\"".repeat(99),
            "\\",
            "for=\"[::1]:99999\";host=\"a,b\";proto=https",
            "::ffff:1.2.3.4%eth0",
            "localhost:00000080",
            "1.1.1.1, 2.2.2.2, unknown, _x",
            "Bearer ",
            "DPoP a.b.c",
            "Basic Og==",
            "Basic YTolZmY=",
            "text/html; charset=utf-7",
            "application/json;".repeat(50),
            "eyJhbGciOiJub25lIn0.e30.",
            "passkey|dev_%F0%9F");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "1e-2147483648",
            "9".repeat(900),
            "0.".concat("1".repeat(400)),
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"a\":1,\"a\":2}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(20000) + "\"",
            "[".repeat(900) + "]".repeat(900),
            "{\"a\":".repeat(300) + "1" + "}".repeat(300),
            "NaN",
            "// comment",
            "01",
            "'single'");
    private static final byte[] HEADS = {
        0x00,
        0x1b,
        0x3b,
        0x40,
        0x58,
        0x59,
        0x5a,
        0x5b,
        0x5f,
        0x60,
        0x7b,
        0x7f,
        (byte) 0x80,
        (byte) 0x9b,
        (byte) 0x9f,
        (byte) 0xa0,
        (byte) 0xbb,
        (byte) 0xbf,
        (byte) 0xc2,
        (byte) 0xd8,
        (byte) 0xdb,
        (byte) 0xf6,
        (byte) 0xf9,
        (byte) 0xfb,
        (byte) 0xff
    };

    private FuzzTexts() {}

    static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A text of JSON, or nearly. */
    static String value(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    /** The first byte of a CBOR item: each major type, in each form of length. */
    static byte head(Random random) {
        return HEADS[random.nextInt(HEADS.length)];
    }
}
