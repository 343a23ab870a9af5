package dev.latchkey.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.keys.SigningKey;
import java.text.ParseException;
import java.util.Optional;

/**
 * Makes and verifies JWTs (RFC 7519). Signing keys and keys of HS256 never meet: which of the two a token is looked up among follows from its
 * {@code alg}, and a signing key then has to have that very algorithm (RFC 8725 §3.1).
 */
final class Jwts {
    private final SigningKeys keys;
    private final Signers signers;
    private final Optional<MacKeys> macKeys;

    /** @param macKeys empty where no token by HS256 is made, and so none accepted */
    Jwts(SigningKeys keys, Signers signers, Optional<MacKeys> macKeys) {
        this.keys = keys;
        this.signers = signers;
        this.macKeys = macKeys;
    }

    /** A token that anybody verifies by the JWKS. */
    String sign(SigningAlgorithm algorithm, String type, JWTClaimsSet claims) {
        SigningKey key = keys.current(algorithm);
        try {
            return made(JWSAlgorithm.parse(algorithm.jwsName()), key.id(), type, claims, signers.signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing with key " + key.id() + " failed", e);
        }
    }

    /** A token that we alone verify, by HS256. */
    String authenticate(String type, JWTClaimsSet claims) {
        MacKeys shared = macKeys.orElseThrow();
        try {
            return made(JWSAlgorithm.HS256, shared.newestId(), type, claims, shared.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("every JVM has HS256", e);
        }
    }

    private static String made(JWSAlgorithm algorithm, String keyId, String type, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType(type))
                .keyID(keyId)
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** The claims of a token of that type that one of our keys made, or empty. Says nothing of issuer, audience and time. */
    Optional<JWTClaimsSet> verify(String token, String type) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (header.getType() == null || !header.getType().getType().equals(type) || header.getKeyID() == null) {
                return Optional.empty();
            }
            Optional<JWSVerifier> verifier = verifier(header);
            return verifier.isPresent() && jwt.verify(verifier.get())
                    ? Optional.of(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private Optional<JWSVerifier> verifier(JWSHeader header) throws JOSEException {
        if (header.getAlgorithm().equals(JWSAlgorithm.HS256)) {
            return macKeys.isPresent() ? macKeys.get().verifier(header.getKeyID()) : Optional.empty();
        }
        Optional<SigningKey> key = signingKey(header);
        return key.isPresent() ? Optional.of(signers.verifier(key.get())) : Optional.empty();
    }

    /** The key of that id, where its own algorithm is the one that the token names. */
    private Optional<SigningKey> signingKey(JWSHeader header) {
        return SigningAlgorithm.ofJwsName(header.getAlgorithm().getName())
                .flatMap(algorithm -> keys.find(header.getKeyID()).filter(key -> key.algorithm() == algorithm));
    }
}
