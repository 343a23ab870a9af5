package dev.latchkey.webauthn;

import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.COSEAlgorithmIdentifier;
import dev.latchkey.keys.Crypto;
import dev.latchkey.passkey.Bytes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A stored public key (RFC 9053 §2 and §7), ready to verify.
 *
 * @param algorithm of its signatures, as the Java Cryptography Architecture calls it
 * @param key for a provider
 */
record CoseKey(String algorithm, PublicKey key) {
    /** What stands before and between the coordinates of an ES256 key in canonical CBOR (CTAP 2.1 §8). */
    private static final byte[] ES256_BEFORE_X = HexFormat.of().parseHex("a5010203262001215820");

    private static final byte[] ES256_BEFORE_Y = HexFormat.of().parseHex("225820");
    private static final int COORDINATE = 32;
    private static final int X = ES256_BEFORE_X.length;
    private static final int X_END = X + COORDINATE;
    private static final int Y = X_END + ES256_BEFORE_Y.length;
    private static final int END = Y + COORDINATE;

    /** @throws WebAuthnException if it cannot be read */
    static CoseKey of(Bytes cose, Crypto crypto) {
        byte[] bytes = cose.toArray();
        try {
            return isCanonicalEs256(bytes)
                    ? new CoseKey(
                            Crypto.ES256,
                            crypto.p256(Arrays.copyOfRange(bytes, X, X_END), Arrays.copyOfRange(bytes, Y, END)))
                    : read(new ByteArray(bytes));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new WebAuthnException("the stored public key cannot be read: " + e, e);
        }
    }

    private static boolean isCanonicalEs256(byte[] bytes) {
        return bytes.length == END
                && Arrays.equals(bytes, 0, X, ES256_BEFORE_X, 0, ES256_BEFORE_X.length)
                && Arrays.equals(bytes, X_END, Y, ES256_BEFORE_Y, 0, ES256_BEFORE_Y.length);
    }

    private static CoseKey read(ByteArray cose) throws IOException, GeneralSecurityException {
        COSEAlgorithmIdentifier algorithm = COSEAlgorithmIdentifier.fromPublicKey(cose)
                .orElseThrow(() -> new IOException("it names no known algorithm"));
        return new CoseKey(jcaName(algorithm), CredentialPublicKey.parse(cose));
    }

    private static String jcaName(COSEAlgorithmIdentifier algorithm) throws IOException {
        return switch (algorithm) {
            case EdDSA -> "EdDSA";
            case Ed25519 -> "Ed25519";
            case Ed448 -> "Ed448";
            case ES256 -> Crypto.ES256;
            case ES384 -> "SHA384withECDSA";
            case ES512 -> "SHA512withECDSA";
            case RS256 -> "SHA256withRSA";
            case RS384 -> "SHA384withRSA";
            case RS512 -> "SHA512withRSA";
            case RS1 -> throw new IOException("SHA-1 is not accepted");
        };
    }

    /** @throws GeneralSecurityException if the key does not fit its algorithm */
    boolean signed(byte[] signature, Crypto crypto, byte[]... parts) throws GeneralSecurityException {
        return crypto.verifies(algorithm, key, signature, parts);
    }
}
