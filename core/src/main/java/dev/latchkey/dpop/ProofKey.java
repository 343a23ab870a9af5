package dev.latchkey.dpop;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.latchkey.keys.Ed25519;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The public key of a proof, made of those members of its JWK alone that the key needs (RFC 7638 §3.2): whatever else the JWK holds is not
 * looked at, but for the members of a private or symmetric key, which refuse it.
 */
final class ProofKey {
    private static final List<String> SECRET_MEMBERS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern OF_32_BYTES = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 4096;
    private static final int MAX_EXPONENT_BITS = 32;

    private final JWK jwk;
    private final SignatureCheck check;

    private ProofKey(JWK jwk, SignatureCheck check) {
        this.jwk = jwk;
        this.check = check;
    }

    @FunctionalInterface
    private interface SignatureCheck {
        boolean passes(byte[] signed, Base64URL signature) throws JOSEException;
    }

    /** @throws ProofException if it is no public key for the algorithm */
    static ProofKey of(JsonNode json, ProofAlgorithm algorithm) {
        if (!json.isObject()) {
            throw refused("is missing");
        }
        if (SECRET_MEMBERS.stream().anyMatch(json::has)) {
            throw refused("holds a private key");
        }
        try {
            return switch (algorithm) {
                case ES256 -> p256(json);
                case RS256 -> rsa(json);
                case ED25519, EDDSA -> ed25519(json);
            };
        } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw refused("is no sound key");
        }
    }

    /** The thumbprint of the key (RFC 7638) by SHA-256, base64url. */
    String thumbprint() {
        try {
            return jwk.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    boolean signed(byte[] message, Base64URL signature) {
        try {
            return check.passes(message, signature);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static ProofKey p256(JsonNode json) throws JOSEException {
        require(json, "kty", "EC");
        require(json, "crv", "P-256");
        ECKey key =
                new ECKey.Builder(Curve.P_256, member(json, "x", OF_32_BYTES), member(json, "y", OF_32_BYTES)).build();
        return new ProofKey(key, by(JWSAlgorithm.ES256, new ECDSAVerifier(key)));
    }

    private static ProofKey rsa(JsonNode json) throws JOSEException {
        require(json, "kty", "RSA");
        Base64URL modulus = member(json, "n", BASE64URL);
        Base64URL exponent = member(json, "e", BASE64URL);
        BigInteger n = modulus.decodeToBigInteger();
        BigInteger e = exponent.decodeToBigInteger();
        boolean sane = n.bitLength() >= MIN_RSA_BITS
                && n.bitLength() <= MAX_RSA_BITS
                && n.testBit(0)
                && e.bitLength() > 1
                && e.bitLength() <= MAX_EXPONENT_BITS
                && e.testBit(0);
        if (!sane) {
            throw refused("is no RSA key of 2048 to 4096 bits");
        }
        RSAKey key = new RSAKey.Builder(modulus, exponent).build();
        return new ProofKey(key, by(JWSAlgorithm.RS256, new RSASSAVerifier(key)));
    }

    private static ProofKey ed25519(JsonNode json) {
        require(json, "kty", "OKP");
        require(json, "crv", "Ed25519");
        Base64URL x = member(json, "x", OF_32_BYTES);
        PublicKey key = Ed25519.publicKey(x.decode());
        return new ProofKey(
                new OctetKeyPair.Builder(Curve.Ed25519, x).build(),
                (signed, signature) -> Ed25519.verifies(key, signed, signature.decode()));
    }

    private static SignatureCheck by(JWSAlgorithm algorithm, JWSVerifier verifier) {
        JWSHeader header = new JWSHeader(algorithm);
        return (signed, signature) -> verifier.verify(header, signed, signature);
    }

    private static void require(JsonNode json, String member, String value) {
        if (!json.path(member).asText().equals(value)) {
            throw refused("does not fit alg: its " + member + " must be " + value);
        }
    }

    private static Base64URL member(JsonNode json, String name, Pattern form) {
        String value = json.path(name).asText();
        if (!form.matcher(value).matches()) {
            throw refused("has no sound " + name);
        }
        return new Base64URL(value);
    }

    private static ProofException refused(String reason) {
        return ProofException.because("The jwk of the DPoP proof " + reason + ".");
    }
}
