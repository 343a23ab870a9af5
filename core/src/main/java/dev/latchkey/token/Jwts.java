package dev.latchkey.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.keys.SigningKey;
import java.text.ParseException;
import java.util.Optional;

/** Signs and verifies JWTs (RFC 7519) with the signing keys; the key says which algorithm is right, never the token (RFC 8725 §3.1). */
final class Jwts {
    private final SigningKeys keys;
    private final Signers signers;

    Jwts(SigningKeys keys, Signers signers) {
        this.keys = keys;
        this.signers = signers;
    }

    String sign(SigningAlgorithm algorithm, String type, JWTClaimsSet claims) {
        SigningKey key = keys.current(algorithm);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.jwsName()))
                .type(new JOSEObjectType(type))
                .keyID(key.id())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signers.signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing with key " + key.id() + " failed", e);
        }
        return jwt.serialize();
    }

    /** The claims of a token of that type that one of our keys signed, or empty. Says nothing of issuer, audience and time. */
    Optional<JWTClaimsSet> verify(String token, String type) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (header.getType() == null || !header.getType().getType().equals(type)) {
                return Optional.empty();
            }
            Optional<SigningKey> key = named(header);
            return key.isPresent() && jwt.verify(signers.verifier(key.get()))
                    ? Optional.of(jwt.getJWTClaimsSet())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** The key of that id, where its own algorithm is the one that the token names. */
    private Optional<SigningKey> named(JWSHeader header) {
        return SigningAlgorithm.ofJwsName(header.getAlgorithm().getName())
                .flatMap(algorithm -> Optional.ofNullable(header.getKeyID())
                        .flatMap(keys::find)
                        .filter(key -> key.algorithm() == algorithm));
    }
}
