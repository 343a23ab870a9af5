package dev.latchkey.webauthn;

import com.yubico.webauthn.data.ByteArray;
import dev.latchkey.passkey.Bytes;
import java.io.IOException;

/**
 * What a credential record (W3C WebAuthn Level 3 §4) has to look like, wherever it comes from: a registration, or a copy of what another
 * relying party's software had stored.
 */
public final class CredentialForm {
    private static final int MIN_CREDENTIAL_ID_BYTES = 16;
    private static final int MAX_CREDENTIAL_ID_BYTES = 1023;
    private static final int MAX_USER_HANDLE_BYTES = 64;

    private CredentialForm() {}

    /** @throws WebAuthnException unless the id has 16 to 1023 bytes (§4, credential id) */
    public static void checkId(Bytes credentialId) {
        int size = credentialId.size();
        if (size < MIN_CREDENTIAL_ID_BYTES || size > MAX_CREDENTIAL_ID_BYTES) {
            throw new WebAuthnException("a credential id of " + size + " bytes");
        }
    }

    /** @throws WebAuthnException unless the handle has 1 to 64 bytes (§5.4.3) */
    public static void checkUserHandle(Bytes userHandle) {
        if (userHandle.size() == 0 || userHandle.size() > MAX_USER_HANDLE_BYTES) {
            throw new WebAuthnException("a user handle of " + userHandle.size() + " bytes");
        }
    }

    /**
     * Checks that this is one COSE key (RFC 9052 §7) of at most 2000 bytes, of an algorithm that a sign-in can verify, and sound.
     *
     * @throws WebAuthnException if it is not
     */
    public static void checkPublicKey(Bytes coseKey) {
        byte[] bytes = coseKey.toArray();
        if (CborBounds.end(bytes, 0) != bytes.length) {
            throw new WebAuthnException("bytes follow the credential's public key");
        }
        try {
            CredentialPublicKey.check(new ByteArray(bytes));
        } catch (IOException e) {
            throw new WebAuthnException("the credential's public key cannot be read", e);
        } catch (WebAuthnException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new WebAuthnException("the credential's public key is no COSE key", e);
        }
    }
}
