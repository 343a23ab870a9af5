package dev.latchkey.testkit;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Attested credential data (W3C Web Authentication Level 3, section 6.5.1).
 *
 * @param aaguid the authenticator's model
 * @param credentialId the credential id
 * @param credentialIdLength what the length field says, in bytes, 0 to 65535; an honest one says the id's length
 * @param credentialPublicKey the COSE key
 */
public record AttestedCredentialData(
        UUID aaguid, Bytes credentialId, int credentialIdLength, Cbor credentialPublicKey) {

    /** The same with another model. */
    public AttestedCredentialData withAaguid(UUID other) {
        return new AttestedCredentialData(other, credentialId, credentialIdLength, credentialPublicKey);
    }

    /** The same with another credential id, and its length in the length field. */
    public AttestedCredentialData withCredentialId(Bytes other) {
        return new AttestedCredentialData(aaguid, other, other.length(), credentialPublicKey);
    }

    /** The same with another length in the length field, whatever the id's length is. */
    public AttestedCredentialData withCredentialIdLength(int other) {
        return new AttestedCredentialData(aaguid, credentialId, other, credentialPublicKey);
    }

    /** The same with another public key. */
    public AttestedCredentialData withCredentialPublicKey(Cbor other) {
        return new AttestedCredentialData(aaguid, credentialId, credentialIdLength, other);
    }

    /** The encoded data. */
    public Bytes encode() {
        ByteBuffer head = ByteBuffer.allocate(18)
                .putLong(aaguid.getMostSignificantBits())
                .putLong(aaguid.getLeastSignificantBits())
                .putShort((short) credentialIdLength);
        return Bytes.copyOf(head.array()).plus(credentialId).plus(credentialPublicKey.encode());
    }
}
