package dev.latchkey.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.latchkey.testkit.Answer;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * An API that knows of an issuer nothing but its discovery document, and verifies access tokens as RFC 9068 §4 has it. Nimbus does it all, but
 * for Ed25519, which the Java platform verifies.
 */
final class ResourceServer {
    private static final Set<String> REQUIRED = Set.of("iss", "exp", "aud", "sub", "client_id", "iat", "jti");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    ResourceServer(Deployment deployment, String audience, JWSAlgorithm algorithm, Clock clock) throws Exception {
        Answer discovery = deployment.client("web").discovery().expect(200);
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(discovery.text("jwks_uri")).toURL(),
                        url -> new Resource(
                                deployment
                                        .client("web")
                                        .send("GET", url.getPath())
                                        .expect(200)
                                        .body()
                                        .toString(),
                                "application/json"))
                .build();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(
                algorithm.equals(JWSAlgorithm.EdDSA)
                        ? ed25519(keys)
                        : new JWSVerificationKeySelector<>(algorithm, keys));
        processor.setJWSVerifierFactory(new WithEd25519());
        JWTClaimsSet exact =
                new JWTClaimsSet.Builder().issuer(discovery.text("issuer")).build();
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(audience, exact, REQUIRED) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        });
    }

    /** The claims of a token that it takes. */
    JWTClaimsSet verify(String token) throws ParseException, BadJOSEException, JOSEException {
        return processor.process(token, null);
    }

    private static JWSKeySelector<SecurityContext> ed25519(JWKSource<SecurityContext> source) {
        return (header, context) -> {
            List<Key> keys = new ArrayList<>();
            if (JWSAlgorithm.EdDSA.equals(header.getAlgorithm())) {
                for (JWK key : source.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), context)) {
                    keys.add(publicKey(key.toOctetKeyPair()));
                }
            }
            return keys;
        };
    }

    /** RFC 8032 §5.1.2: the y-coordinate in little-endian order, and in its highest bit whether x is odd. */
    private static PublicKey publicKey(OctetKeyPair key) {
        byte[] x = key.getDecodedX();
        byte[] y = new byte[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        boolean odd = y[0] < 0;
        y[0] &= 0x7f;
        try {
            return KeyFactory.getInstance("EdDSA")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class WithEd25519 extends DefaultJWSVerifierFactory {
        @Override
        public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
            return JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
                    ? new Ed25519Verifier((PublicKey) key, new JCAContext())
                    : super.createJWSVerifier(header, key);
        }
    }

    private record Ed25519Verifier(PublicKey key, JCAContext getJCAContext) implements JWSVerifier {

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL value) {
            try {
                Signature signature = Signature.getInstance("EdDSA");
                signature.initVerify(key);
                signature.update(input);
                return signature.verify(value.decode());
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(JWSAlgorithm.EdDSA);
        }
    }
}
