package dev.latchkey.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An immutable sequence of bytes that compares by value. Thread-safe. */
public final class Bytes {

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** Copies an array, or the bytes given one by one. */
    public static Bytes copyOf(byte... value) {
        return new Bytes(value.clone());
    }

    /** The UTF-8 form of a text. */
    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes base64url, padded or not.
     *
     * @throws IllegalArgumentException if the text is not base64url
     */
    public static Bytes fromBase64Url(String text) {
        return new Bytes(Base64.getUrlDecoder().decode(text));
    }

    /**
     * Decodes hexadecimal digits, two a byte, without separators.
     *
     * @throws IllegalArgumentException if the text is not hexadecimal
     */
    public static Bytes fromHex(String text) {
        return new Bytes(HexFormat.of().parseHex(text));
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return value.clone();
    }

    /** The number of bytes. */
    public int length() {
        return value.length;
    }

    /** Unpadded base64url, the form of every binary member of a WebAuthn answer in JSON. */
    public String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** Padded standard base64, the form of HTTP's Basic scheme and of {@code public_key} in My Account. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** These bytes, then the other ones. */
    public Bytes plus(Bytes other) {
        byte[] joined = Arrays.copyOf(value, value.length + other.value.length);
        System.arraycopy(other.value, 0, joined, value.length, other.value.length);
        return new Bytes(joined);
    }

    /**
     * The bytes from one index to before another.
     *
     * @throws IndexOutOfBoundsException if there are fewer bytes
     */
    public Bytes slice(int from, int to) {
        if (from < 0 || to < from || to > value.length) {
            throw new IndexOutOfBoundsException("no bytes " + from + ".." + to + " among " + value.length);
        }
        return new Bytes(Arrays.copyOfRange(value, from, to));
    }

    /** The same bytes with one bit turned; bit 0 is the highest of the first byte. */
    public Bytes flipBit(int bit) {
        byte[] flipped = value.clone();
        flipped[bit / 8] = (byte) (flipped[bit / 8] ^ (0x80 >> (bit % 8)));
        return new Bytes(flipped);
    }

    /** The SHA-256 digest of the bytes. */
    public Bytes sha256() {
        try {
            return new Bytes(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
