package dev.latchkey.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Authenticator data (W3C Web Authentication Level 3, section 6.1). The flags and what follows them are independent
 * here, so that they can contradict each other.
 *
 * @param rpIdHash the SHA-256 digest of the rpId
 * @param flags the flags that are set
 * @param signCount the signature counter, 0 to 2<sup>32</sup>-1
 * @param attestedCredentialData present at registration
 * @param extensions the extension outputs, a CBOR map
 */
public record AuthenticatorData(
        Bytes rpIdHash,
        Set<Flag> flags,
        long signCount,
        Optional<AttestedCredentialData> attestedCredentialData,
        Optional<Cbor> extensions) {

    private static final int FIXED_LENGTH = 37;

    /** Copies the flags. */
    public AuthenticatorData {
        flags = Set.copyOf(flags);
    }

    /** The same with another hash of the rpId. */
    public AuthenticatorData withRpIdHash(Bytes other) {
        return new AuthenticatorData(other, flags, signCount, attestedCredentialData, extensions);
    }

    /** The same with one flag set or cleared. */
    public AuthenticatorData withFlag(Flag flag, boolean set) {
        return new AuthenticatorData(
                rpIdHash, Flag.change(flags, flag, set), signCount, attestedCredentialData, extensions);
    }

    /** The same with another signature counter. */
    public AuthenticatorData withSignCount(long other) {
        return new AuthenticatorData(rpIdHash, flags, other, attestedCredentialData, extensions);
    }

    /** The same with other attested credential data, or none; the AT flag stays as it is. */
    public AuthenticatorData withAttestedCredentialData(Optional<AttestedCredentialData> other) {
        return new AuthenticatorData(rpIdHash, flags, signCount, other, extensions);
    }

    /** The same with other extension outputs, or none; the ED flag stays as it is. */
    public AuthenticatorData withExtensions(Optional<Cbor> other) {
        return new AuthenticatorData(rpIdHash, flags, signCount, attestedCredentialData, other);
    }

    /** The encoded data. */
    public Bytes encode() {
        ByteBuffer flagsAndCounter =
                ByteBuffer.allocate(5).put(Flag.encode(flags)).putInt((int) signCount);
        Bytes encoded = rpIdHash.plus(Bytes.copyOf(flagsAndCounter.array()));
        Bytes attested =
                attestedCredentialData.map(AttestedCredentialData::encode).orElse(Bytes.copyOf());
        return encoded.plus(attested).plus(extensions.map(Cbor::encode).orElse(Bytes.copyOf()));
    }

    /**
     * Reads encoded data; the AT and ED flags say what follows the counter. Keys and extensions stay encoded.
     *
     * @throws IllegalArgumentException if the data is malformed, too short, or too long
     */
    public static AuthenticatorData decode(Bytes encoded) {
        try {
            ByteBuffer counter = ByteBuffer.wrap(encoded.slice(33, FIXED_LENGTH).toArray());
            Set<Flag> flags = Flag.decode(encoded.toArray()[32]);
            Bytes rest = encoded.slice(FIXED_LENGTH, encoded.length());
            Optional<AttestedCredentialData> attested = Optional.empty();
            if (flags.contains(Flag.AT)) {
                AttestedCredentialData data = decodeAttested(rest);
                rest = rest.slice(data.encode().length(), rest.length());
                attested = Optional.of(data);
            }
            Optional<Cbor> extensions = Optional.empty();
            if (flags.contains(Flag.ED)) {
                int length = Json.lengthOfFirstCborItem(rest);
                extensions = Optional.of(Cbor.raw(rest.slice(0, length)));
                rest = rest.slice(length, rest.length());
            }
            if (rest.length() != 0) {
                throw new IllegalArgumentException(rest.length() + " bytes too many in authenticator data");
            }
            return new AuthenticatorData(
                    encoded.slice(0, 32), flags, Integer.toUnsignedLong(counter.getInt()), attested, extensions);
        } catch (IndexOutOfBoundsException | IOException e) {
            throw new IllegalArgumentException("malformed authenticator data: " + encoded, e);
        }
    }

    private static AttestedCredentialData decodeAttested(Bytes encoded) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(encoded.slice(0, 18).toArray());
        UUID aaguid = new UUID(head.getLong(), head.getLong());
        int idLength = Short.toUnsignedInt(head.getShort());
        Bytes id = encoded.slice(18, 18 + idLength);
        Bytes key = encoded.slice(18 + idLength, encoded.length());
        Bytes exactKey = key.slice(0, Json.lengthOfFirstCborItem(key));
        return new AttestedCredentialData(aaguid, id, idLength, Cbor.raw(exactKey));
    }
}
