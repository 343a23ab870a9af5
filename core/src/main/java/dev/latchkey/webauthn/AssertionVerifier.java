package dev.latchkey.webauthn;

import dev.latchkey.keys.Crypto;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Verifies a sign-in against a stored passkey: W3C WebAuthn Level 3 §7.2. Thread-safe. */
public final class AssertionVerifier {
    private static final int HASH_BYTES = 32;
    private static final int SIGN_COUNT_AT = 33;

    private AssertionVerifier() {}

    /**
     * Verifies that the passkey signed what was asked for, with the JVM's own providers. The counter is not judged here.
     *
     * @throws WebAuthnException if anything is not as it was asked for
     */
    public static VerifiedAssertion verify(AssertionAnswer answer, Passkey passkey, Expectation expected) {
        return verify(answer, passkey, expected, Crypto.JVM);
    }

    /**
     * Verifies that the passkey signed what was asked for. The counter is not judged here. A refusal costs as much as that of a credential
     * that nobody has, whatever was wrong.
     *
     * @throws WebAuthnException if anything is not as it was asked for
     */
    public static VerifiedAssertion verify(
            AssertionAnswer answer, Passkey passkey, Expectation expected, Crypto crypto) {
        AuthenticatorFlags flags = form(answer, passkey, expected, crypto);
        CoseKey key = CoseKey.of(passkey.publicKey(), crypto);
        try {
            checkSignature(key, answer, crypto);
        } catch (WebAuthnException refused) {
            Decoy.checkSignatures(answer, expected, crypto, key.algorithm());
            throw refused;
        }
        return new VerifiedAssertion(
                Integer.toUnsignedLong(
                        ByteBuffer.wrap(answer.authenticatorData().toArray()).getInt(SIGN_COUNT_AT)),
                flags.backup(),
                flags.userVerified());
    }

    private static AuthenticatorFlags form(
            AssertionAnswer answer, Passkey passkey, Expectation expected, Crypto crypto) {
        try {
            return checkForm(answer, passkey, expected);
        } catch (WebAuthnException refused) {
            Decoy.verify(answer, expected, crypto);
            throw refused;
        }
    }

    /** Everything but the signature, and all that is cheap: steps 6 to 19. */
    static AuthenticatorFlags checkForm(AssertionAnswer answer, Passkey passkey, Expectation expected) {
        ClientDataCheck.check(answer.clientData(), "webauthn.get", expected);
        checkCredential(answer, passkey, expected);
        byte[] authenticatorData = answer.authenticatorData().toArray();
        checkRpIdHash(authenticatorData, expected);
        AuthenticatorFlags flags = AuthenticatorFlags.check(authenticatorData, expected);
        if (flags.attestedCredentialData()) {
            throw new WebAuthnException("attested credential data (AT) in an assertion");
        }
        AuthenticatorDataForm.check(authenticatorData, flags);
        if (flags.backup().eligible() != passkey.backup().eligible()) {
            throw new WebAuthnException("backup eligibility (BE) has changed");
        }
        return flags;
    }

    /** Step 6: the credential is the one that was looked up, and belongs to the user that the answer names, if it names one. */
    private static void checkCredential(AssertionAnswer answer, Passkey passkey, Expectation expected) {
        if (!answer.credentialId().equals(passkey.credentialId())) {
            throw new WebAuthnException("the answer is another credential's");
        }
        if (!passkey.rpId().equals(expected.rpId())) {
            throw new WebAuthnException("the passkey was made for another relying party");
        }
        if (answer.userHandle().isPresent() && !answer.userHandle().get().equals(passkey.userHandle())) {
            throw new WebAuthnException("the user handle is not that of the passkey's owner");
        }
    }

    /** Step 15. */
    private static void checkRpIdHash(byte[] authenticatorData, Expectation expected) {
        byte[] hash = sha256(expected.rpId().getBytes(StandardCharsets.UTF_8));
        if (authenticatorData.length < HASH_BYTES
                || !Arrays.equals(hash, 0, HASH_BYTES, authenticatorData, 0, HASH_BYTES)) {
            throw new WebAuthnException("the RP ID hash is not that of " + expected.rpId());
        }
    }

    /** Steps 20 and 21. */
    static void checkSignature(CoseKey key, AssertionAnswer answer, Crypto crypto) {
        byte[] clientDataHash = sha256(answer.clientData().bytes().toArray());
        if (!signed(key, answer.signature(), crypto, answer.authenticatorData().toArray(), clientDataHash)) {
            throw new WebAuthnException("the signature is not the passkey's");
        }
    }

    private static boolean signed(CoseKey key, Bytes signature, Crypto crypto, byte[]... parts) {
        try {
            return key.signed(signature.toArray(), crypto, parts);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new WebAuthnException("the signature could not be verified: " + e, e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
