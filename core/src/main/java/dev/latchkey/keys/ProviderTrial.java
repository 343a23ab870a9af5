package dev.latchkey.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** A provider is believed when it accepts a good signature and refuses two bad ones: RFC 6979 §A.2.5, with SHA-256 and "sample". */
final class ProviderTrial {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] X = HEX.parseHex("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    private static final byte[] Y = HEX.parseHex("7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    private static final byte[] GOOD = HEX.parseHex("3046"
            + "022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
            + "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");

    private ProviderTrial() {}

    /** @throws GeneralSecurityException if the provider cannot do ES256, or does it wrong */
    static void pass(Provider provider) throws GeneralSecurityException {
        PublicKey key =
                KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(P256.encoded(X, Y)));
        byte[] bad = GOOD.clone();
        bad[bad.length - 1] ^= 1;
        boolean right = verifies(key, "sample", GOOD, provider)
                && !verifies(key, "sample", bad, provider)
                && !verifies(key, "Sample", GOOD, provider);
        if (!right) {
            throw new SignatureException(provider.getName() + " does not tell a good signature from a bad one");
        }
    }

    private static boolean verifies(PublicKey key, String message, byte[] signature, Provider provider)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(Crypto.ES256, provider);
        verifier.initVerify(key);
        verifier.update(message.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(signature);
    }
}
