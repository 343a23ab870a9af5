package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Public keys in COSE form (RFC 9052 section 7, RFC 9053), as they stand in attested credential data. */
public final class CoseKey {

    /** Label of the key type. */
    public static final long KTY = 1;
    /** Label of the algorithm. */
    public static final long ALG = 3;
    /** Label of the curve of an EC2 or OKP key, and of the modulus of an RSA key. */
    public static final long CRV = -1;
    /** Label of the x coordinate of an EC2 or OKP key, and of the exponent of an RSA key. */
    public static final long X = -2;
    /** Label of the y coordinate of an EC2 key. */
    public static final long Y = -3;

    private static final Bytes ED25519_SPKI_PREFIX = Bytes.fromHex("302a300506032b6570032100");

    private CoseKey() {}

    /**
     * Writes a public key in COSE form, members in CTAP2's canonical order.
     *
     * @throws IllegalArgumentException if the key is neither P-256, Ed25519 nor RSA
     */
    public static CborMap encode(PublicKey key) {
        CoseAlgorithm algorithm = CoseAlgorithm.of(key);
        if (key instanceof ECPublicKey ec) {
            return header(2, algorithm)
                    .with(CRV, Cbor.of(1))
                    .with(X, Cbor.of(unsigned(ec.getW().getAffineX(), 32)))
                    .with(Y, Cbor.of(unsigned(ec.getW().getAffineY(), 32)));
        } else if (key instanceof RSAPublicKey rsa) {
            return header(3, algorithm)
                    .with(
                            CRV,
                            Cbor.of(unsigned(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8)))
                    .with(X, Cbor.of(unsigned(rsa.getPublicExponent(), 3)));
        }
        Bytes spki = Bytes.copyOf(key.getEncoded());
        return header(1, algorithm)
                .with(CRV, Cbor.of(6))
                .with(X, Cbor.of(spki.slice(ED25519_SPKI_PREFIX.length(), spki.length())));
    }

    private static CborMap header(long keyType, CoseAlgorithm algorithm) {
        return CborMap.empty().with(KTY, Cbor.of(keyType)).with(ALG, Cbor.of(algorithm.id()));
    }

    /**
     * Reads a public key in COSE form.
     *
     * @throws IllegalArgumentException if it is no well-formed key of a {@link CoseAlgorithm}
     */
    public static PublicKey decode(Bytes coseKey) {
        try {
            JsonNode members = Json.readCbor(coseKey);
            return switch (members.path("1").asInt()) {
                case 1 ->
                    key(
                            "Ed25519",
                            new X509EncodedKeySpec(
                                    ED25519_SPKI_PREFIX.plus(binary(members, X)).toArray()));
                case 2 ->
                    key(
                            "EC",
                            new ECPublicKeySpec(
                                    new ECPoint(integer(members, X), integer(members, Y)), KeyMaterial.p256()));
                case 3 -> key("RSA", new RSAPublicKeySpec(integer(members, CRV), integer(members, X)));
                default -> throw new IllegalArgumentException("unknown COSE key type in " + members);
            };
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no COSE key: " + coseKey, e);
        }
    }

    private static PublicKey key(String algorithm, KeySpec spec) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(spec);
    }

    private static Bytes binary(JsonNode members, long label) throws IOException {
        return Bytes.copyOf(members.required(Long.toString(label)).binaryValue());
    }

    private static BigInteger integer(JsonNode members, long label) throws IOException {
        return new BigInteger(1, binary(members, label).toArray());
    }

    private static Bytes unsigned(BigInteger value, int length) {
        Bytes padded = Bytes.copyOf(new byte[length]).plus(Bytes.copyOf(value.toByteArray()));
        return padded.slice(padded.length() - length, padded.length());
    }
}
