package dev.latchkey.testkit;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;

/**
 * What an attestation signature is about: authenticator data and the hash of the client data.
 *
 * @param authenticatorData encoded
 * @param clientDataHash its SHA-256
 */
record SignedCredential(Bytes authenticatorData, Bytes clientDataHash) {
    private static final int HASH_BYTES = 32;

    static SignedCredential of(Bytes message) {
        int end = message.length() - HASH_BYTES;
        return new SignedCredential(message.slice(0, end), message.slice(end, message.length()));
    }

    Bytes message() {
        return authenticatorData.plus(clientDataHash);
    }

    AttestedCredentialData credential() {
        return AuthenticatorData.decode(authenticatorData)
                .attestedCredentialData()
                .orElseThrow(() -> new IllegalArgumentException("no credential to attest"));
    }

    PublicKey publicKey() {
        return CoseKey.decode(credential().credentialPublicKey().encode());
    }

    /** The coordinate x of a key on P-256, 32 bytes. */
    Bytes x() {
        return coordinate(((ECPublicKey) publicKey()).getW().getAffineX());
    }

    /** The coordinate y of a key on P-256, 32 bytes. */
    Bytes y() {
        return coordinate(((ECPublicKey) publicKey()).getW().getAffineY());
    }

    private static Bytes coordinate(BigInteger number) {
        byte[] fixed = new byte[32];
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return Bytes.copyOf(fixed);
    }
}
