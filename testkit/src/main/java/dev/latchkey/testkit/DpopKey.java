package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Map;

/** A key that a client proves to have by DPoP (RFC 9449). Immutable and thread-safe. */
public final class DpopKey {
    private final String algorithm;
    private final String signatureName;
    private final KeyPair pair;
    private final ObjectNode jwk;

    private DpopKey(String algorithm, String signatureName, KeyPair pair, ObjectNode jwk) {
        this.algorithm = algorithm;
        this.signatureName = signatureName;
        this.pair = pair;
        this.jwk = jwk;
    }

    /** A new key on P-256, as browsers' SDKs have one. */
    public static DpopKey es256() {
        KeyPair pair = generate("EC", new ECGenParameterSpec("secp256r1"));
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ObjectNode jwk = Json.object()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", fixed(key.getW().getAffineX()).base64Url())
                .put("y", fixed(key.getW().getAffineY()).base64Url());
        return new DpopKey("ES256", "SHA256withECDSAinP1363Format", pair, jwk);
    }

    /** A new RSA key of 2048 bits. */
    public static DpopKey rs256() {
        return rs256(2048);
    }

    /** A new RSA key of so many bits. */
    public static DpopKey rs256(int bits) {
        KeyPair pair = generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        ObjectNode jwk = Json.object()
                .put("kty", "RSA")
                .put("n", unsigned(key.getModulus()).base64Url())
                .put("e", unsigned(key.getPublicExponent()).base64Url());
        return new DpopKey("RS256", "SHA256withRSA", pair, jwk);
    }

    /** A new Ed25519 key, whose proofs call the algorithm {@code Ed25519} (RFC 9864). */
    public static DpopKey ed25519() {
        KeyPair pair = generate("Ed25519", NamedParameterSpec.ED25519);
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        byte[] encoded = new byte[32];
        byte[] highestFirst = fixed(point.getY()).toArray();
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = highestFirst[encoded.length - 1 - i];
        }
        if (point.isXOdd()) {
            encoded[31] |= (byte) 0x80;
        }
        ObjectNode jwk = Json.object()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("x", Bytes.copyOf(encoded).base64Url());
        return new DpopKey("Ed25519", "Ed25519", pair, jwk);
    }

    /** An honest proof for a request without an access token, made now; {@link DpopProof} bends it. */
    public DpopProof proof(String method, String uri) {
        return DpopProof.of(this, method, uri);
    }

    /** The public key as a JWK (RFC 7517), with the members of its thumbprint alone. */
    public ObjectNode jwk() {
        return jwk.deepCopy();
    }

    /** The JWK with a {@code d}, which no proof may hold: of an EC key the private number, of others some bytes in its place. */
    public ObjectNode privateJwk() {
        return jwk().put("d", secret());
    }

    /** The SHA-256 thumbprint of the key (RFC 7638), base64url: the {@code jkt} of what is bound to it. */
    public String thumbprint() {
        ObjectNode sorted = Json.object();
        jwk.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> sorted.set(member.getKey(), member.getValue()));
        return Json.write(sorted).sha256().base64Url();
    }

    /** The {@code alg} of its proofs. */
    public String algorithm() {
        return algorithm;
    }

    Bytes sign(Bytes message) {
        try {
            Signature signature = Signature.getInstance(signatureName);
            signature.initSign(pair.getPrivate());
            signature.update(message.toArray());
            return Bytes.copyOf(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing by " + algorithm + " failed", e);
        }
    }

    private String secret() {
        return pair.getPrivate() instanceof ECPrivateKey key
                ? fixed(key.getS()).base64Url()
                : Bytes.copyOf(pair.getPrivate().getEncoded()).sha256().base64Url();
    }

    private static KeyPair generate(String name, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + name, e);
        }
    }

    /** The number in 32 bytes. */
    private static Bytes fixed(BigInteger number) {
        byte[] bytes = unsigned(number).toArray();
        byte[] padded = new byte[32];
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        return Bytes.copyOf(padded);
    }

    private static Bytes unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Bytes.copyOf(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
