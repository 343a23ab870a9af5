package dev.latchkey.keys;

import dev.latchkey.config.CryptoSettings;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who verifies and makes signatures: the JVM's own providers, or for ES256 a native one, which is handed over as an object and registered
 * nowhere, so that nothing else in the JVM changes. Thread-safe.
 */
public final class Crypto {
    /** ECDSA with SHA-256, as the Java Cryptography Architecture calls it. */
    public static final String ES256 = "SHA256withECDSA";

    /** The JVM's own providers alone. */
    public static final Crypto JVM = new Crypto(Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(Crypto.class);

    private final Optional<Provider> provider;

    private Crypto(Optional<Provider> provider) {
        this.provider = provider;
    }

    /** What the configuration asks for; the JVM's own, with a line in the log, where that cannot be had or fails its trial. */
    public static Crypto of(CryptoSettings settings) {
        return NativeProvider.of(settings.provider())
                .flatMap(Crypto::loaded)
                .map(loaded -> new Crypto(Optional.of(loaded)))
                .orElse(JVM);
    }

    /** Native code fails in its own ways: a missing library is an Error. */
    @SuppressWarnings("CatchingUnchecked")
    private static Optional<Provider> loaded(NativeProvider wanted) {
        try {
            Provider provider = wanted.load(Crypto.class.getClassLoader());
            LOG.info("event=crypto_provider name={} version={}", provider.getName(), provider.getVersionStr());
            return Optional.of(provider);
        } catch (Throwable e) {
            LOG.warn("event=crypto_provider_unusable name={}; the JVM's own is used: {}", wanted.name(), e.toString());
            return Optional.empty();
        }
    }

    /** The native provider, if there is one. */
    public Optional<Provider> provider() {
        return provider;
    }

    /**
     * A public key of P-256 for {@link #verifies}.
     *
     * @param x big-endian, 32 bytes
     * @param y big-endian, 32 bytes
     * @throws InvalidKeySpecException if it is refused; a point off the curve may be found out by {@link #verifies} only
     */
    public PublicKey p256(byte[] x, byte[] y) throws NoSuchAlgorithmException, InvalidKeySpecException {
        KeyFactory factory =
                provider.isPresent() ? KeyFactory.getInstance("EC", provider.get()) : KeyFactory.getInstance("EC");
        return factory.generatePublic(new X509EncodedKeySpec(P256.encoded(x, y)));
    }

    /**
     * Whether the key signed what the parts make when they are joined. A signature that cannot be read is none.
     *
     * @param algorithm as the Java Cryptography Architecture calls it
     * @throws InvalidKeyException if the key does not fit
     */
    public boolean verifies(String algorithm, PublicKey key, byte[] signature, byte[]... parts)
            throws GeneralSecurityException {
        Signature verifier = verifier(algorithm);
        verifier.initVerify(key);
        try {
            for (byte[] part : parts) {
                verifier.update(part);
            }
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        }
    }

    private Signature verifier(String algorithm) throws NoSuchAlgorithmException {
        return provider.isPresent() && algorithm.equals(ES256)
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
    }
}
