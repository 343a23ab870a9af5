package dev.latchkey.passkey;

import java.util.Arrays;
import java.util.Base64;

/** An immutable string of bytes that compares by content: credential ids, user handles, challenges, keys. Thread-safe. */
public final class Bytes {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /**
     * Decodes unpadded base64url (RFC 4648 §5).
     *
     * @throws IllegalArgumentException if the text holds padding, white space or any other foreign character
     */
    public static Bytes fromBase64Url(String text) {
        if (text.indexOf('=') >= 0) {
            throw new IllegalArgumentException("base64url with padding");
        }
        return new Bytes(Base64.getUrlDecoder().decode(text));
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Unpadded base64url. */
    public String toBase64Url() {
        return BASE64URL.encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says the length alone, for these bytes may be secret. */
    @Override
    public String toString() {
        return "Bytes[" + bytes.length + "]";
    }
}
