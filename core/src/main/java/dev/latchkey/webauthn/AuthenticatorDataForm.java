package dev.latchkey.webauthn;

import java.nio.ByteBuffer;

/**
 * The form of authenticator data (W3C WebAuthn Level 3 §6.1) as its flags tell it: attested credential data and extensions are there where
 * they are announced, are within {@link CborBounds}, and nothing follows. Checked before the engine parses any of it.
 */
final class AuthenticatorDataForm {
    private static final int CBOR_MAP = 5;
    private static final int AAGUID_BYTES = 16;
    private static final int ID_LENGTH_BYTES = 2;
    private static final int ID_LENGTH_AT = AuthenticatorFlags.HEAD_BYTES + AAGUID_BYTES;

    private AuthenticatorDataForm() {}

    static void check(byte[] authenticatorData, AuthenticatorFlags flags) {
        int end = AuthenticatorFlags.HEAD_BYTES;
        if (flags.attestedCredentialData()) {
            end = CborBounds.end(authenticatorData, publicKeyAt(authenticatorData));
        }
        if (flags.extensions()) {
            end = extensionsEnd(authenticatorData, end);
        }
        if (end != authenticatorData.length) {
            throw new WebAuthnException("bytes follow the authenticator data");
        }
    }

    private static int extensionsEnd(byte[] authenticatorData, int start) {
        int end = CborBounds.end(authenticatorData, start);
        if ((authenticatorData[start] & 0xff) >> 5 != CBOR_MAP) {
            throw new WebAuthnException("the extension outputs are no map");
        }
        return end;
    }

    private static int publicKeyAt(byte[] authenticatorData) {
        int idAt = ID_LENGTH_AT + ID_LENGTH_BYTES;
        if (authenticatorData.length < idAt) {
            throw new WebAuthnException("attested credential data ends too early");
        }
        short idLength = ByteBuffer.wrap(authenticatorData).getShort(ID_LENGTH_AT);
        return idAt + Short.toUnsignedInt(idLength);
    }
}
