package dev.latchkey.webauthn;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.COSEAlgorithmIdentifier;
import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.InvalidKeySpecException;

/**
 * A new credential's public key fits its own algorithm (RFC 9053 §2 and §7) and is a sound key. Without attestation nothing is signed by it at
 * registration, so that a key that can verify nothing would show at the first sign-in only.
 */
final class CredentialPublicKey {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_KEY_BYTES = 2000;

    private CredentialPublicKey() {}

    /** The key, once it is found to be sound. */
    static PublicKey check(ByteArray coseKey) throws IOException {
        if (coseKey.size() > MAX_KEY_BYTES) {
            throw new WebAuthnException("the credential's public key has " + coseKey.size() + " bytes");
        }
        COSEAlgorithmIdentifier algorithm = COSEAlgorithmIdentifier.fromPublicKey(coseKey)
                .orElseThrow(() -> new WebAuthnException("the credential's public key names no known algorithm"));
        PublicKey key = parse(coseKey);
        boolean sound =
                switch (algorithm) {
                    case ES256 -> key instanceof ECPublicKey ec && onCurve(ec, 256);
                    case ES384 -> key instanceof ECPublicKey ec && onCurve(ec, 384);
                    case ES512 -> key instanceof ECPublicKey ec && onCurve(ec, 521);
                    case EdDSA, Ed25519, Ed448 -> key instanceof EdECPublicKey;
                    case RS256, RS384, RS512 ->
                        key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
                    case RS1 -> false;
                };
        if (!sound) {
            throw new WebAuthnException("the credential's public key is not a sound key for " + algorithm);
        }
        return key;
    }

    static PublicKey parse(ByteArray coseKey) throws IOException {
        try {
            return RegisteredCredential.builder()
                    .credentialId(coseKey)
                    .userHandle(coseKey)
                    .publicKeyCose(coseKey)
                    .build()
                    .getParsedPublicKey();
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new WebAuthnException("the credential's public key cannot be read", e);
        }
    }

    /** A point other than infinity that satisfies y² = x³ + ax + b in the field (SEC 1 §3.2.2.1; the cofactor is 1). */
    private static boolean onCurve(ECPublicKey key, int bits) {
        EllipticCurve curve = key.getParams().getCurve();
        ECPoint point = key.getW();
        if (point.equals(ECPoint.POINT_INFINITY) || !(curve.getField() instanceof ECFieldFp field)) {
            return false;
        }
        BigInteger p = field.getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        boolean inField = p.bitLength() == bits && x.compareTo(p) < 0 && y.compareTo(p) < 0;
        return inField
                && y.pow(2)
                                .subtract(x.pow(2).add(curve.getA()).multiply(x))
                                .subtract(curve.getB())
                                .mod(p)
                                .signum()
                        == 0;
    }
}
