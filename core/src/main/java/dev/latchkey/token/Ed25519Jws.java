package dev.latchkey.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import dev.latchkey.keys.Ed25519;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Set;

/**
 * EdDSA by Ed25519 (RFC 8037 §3.1), with the signatures of the Java platform: those of the JOSE library want another library. A verifier
 * knows no critical header, and so refuses each (RFC 7515 §4.1.11).
 */
final class Ed25519Jws {
    private static final String NAME = "Ed25519";
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA);

    private Ed25519Jws() {}

    /** Signs with a key. Thread-safe. */
    record Signer(PrivateKey key, JCAContext getJCAContext) implements JWSSigner {

        Signer(PrivateKey key) {
            this(key, new JCAContext());
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 refused to sign", e);
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }
    }

    /** Verifies with a key. Thread-safe. */
    record Verifier(PublicKey key, JCAContext getJCAContext) implements JWSVerifier {

        Verifier(PublicKey key) {
            this(key, new JCAContext());
        }

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL value) {
            return JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
                    && header.getCriticalParams() == null
                    && Ed25519.verifies(key, input, value.decode());
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }
    }
}
