package dev.latchkey.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs and verifies with signing keys. A native provider gets each key once, in its own form, and is believed for that key when the JVM's own
 * provider verifies what it signed; else the JVM's own signs with it. Thread-safe.
 */
final class Signers {
    private static final Logger LOG = LoggerFactory.getLogger(Signers.class);
    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

    private final Crypto crypto;
    private final Map<SigningAlgorithm, Ready> ready = new ConcurrentHashMap<>();

    Signers(Crypto crypto) {
        this.crypto = crypto;
    }

    /** The signer of the newest key of an algorithm. */
    private record Ready(SigningKey key, JWSSigner signer) {}

    JWSSigner signer(SigningKey key) throws JOSEException {
        Ready known = ready.get(key.algorithm());
        if (known != null && known.key().equals(key)) {
            return known.signer();
        }
        JWSSigner made = make(key);
        ready.put(key.algorithm(), new Ready(key, made));
        return made;
    }

    JWSVerifier verifier(SigningKey key) throws JOSEException {
        return switch (key.algorithm()) {
            case RS256 -> new RSASSAVerifier((RSAPublicKey) key.publicKey());
            case ES256 -> es256Verifier(key);
            case EDDSA -> new Ed25519Jws.Verifier(key.publicKey());
        };
    }

    private ECDSAVerifier es256Verifier(SigningKey key) throws JOSEException {
        ECDSAVerifier verifier = new ECDSAVerifier((ECPublicKey) key.publicKey());
        crypto.provider().ifPresent(verifier.getJCAContext()::setProvider);
        return verifier;
    }

    private JWSSigner make(SigningKey key) throws JOSEException {
        boolean offered = crypto.provider().isPresent() && key.algorithm() != SigningAlgorithm.EDDSA;
        return offered ? ofProvider(key, crypto.provider().get()) : signer(key.algorithm(), key.privateKey());
    }

    /** Native code fails in its own ways, Errors among them. */
    @SuppressWarnings("CatchingUnchecked")
    private static JWSSigner ofProvider(SigningKey key, Provider provider) throws JOSEException {
        try {
            JWSSigner signer = signer(key.algorithm(), imported(key, provider));
            signer.getJCAContext().setProvider(provider);
            JWSHeader header = new JWSHeader(JWSAlgorithm.parse(key.algorithm().jwsName()));
            if (!new Signers(Crypto.JVM).verifier(key).verify(header, SAMPLE, signer.sign(header, SAMPLE))) {
                throw new GeneralSecurityException("what it signed does not verify");
            }
            return signer;
        } catch (Throwable e) {
            LOG.warn(
                    "event=crypto_provider_unusable name={} kid={}; the JVM's own signs: {}",
                    provider.getName(),
                    key.id(),
                    e.toString());
            return signer(key.algorithm(), key.privateKey());
        }
    }

    private static PrivateKey imported(SigningKey key, Provider provider) throws GeneralSecurityException {
        return KeyFactory.getInstance(key.algorithm().keyAlgorithm(), provider)
                .generatePrivate(new PKCS8EncodedKeySpec(key.privateKey().getEncoded()));
    }

    private static JWSSigner signer(SigningAlgorithm algorithm, PrivateKey key) throws JOSEException {
        return switch (algorithm) {
            case RS256 -> new RSASSASigner(key);
            case ES256 -> new ECDSASigner(key, Curve.P_256);
            case EDDSA -> new Ed25519Jws.Signer(key);
        };
    }
}
