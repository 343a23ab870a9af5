package dev.latchkey.testkit;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** Makes JCA keys of the bare numbers that published test vectors give. */
public final class KeyMaterial {

    private KeyMaterial() {}

    /** The private key of a P-256 scalar, 32 bytes, highest first. */
    public static PrivateKey p256(Bytes scalar) {
        return privateKey("EC", new ECPrivateKeySpec(new BigInteger(1, scalar.toArray()), p256()));
    }

    /** The private key of an Ed25519 seed, 32 bytes (RFC 8032 section 5.1.5). */
    public static PrivateKey ed25519(Bytes seed) {
        return privateKey("Ed25519", new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.toArray()));
    }

    /** The RSA key pair of two primes and a public exponent. */
    public static KeyPair rsa(BigInteger p, BigInteger q, BigInteger publicExponent) {
        BigInteger modulus = p.multiply(q);
        BigInteger pMinusOne = p.subtract(BigInteger.ONE);
        BigInteger qMinusOne = q.subtract(BigInteger.ONE);
        BigInteger exponent = publicExponent.modInverse(pMinusOne.multiply(qMinusOne));
        PrivateKey privateKey = privateKey(
                "RSA",
                new RSAPrivateCrtKeySpec(
                        modulus,
                        publicExponent,
                        exponent,
                        p,
                        q,
                        exponent.mod(pMinusOne),
                        exponent.mod(qMinusOne),
                        q.modInverse(p)));
        try {
            return new KeyPair(
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, publicExponent)),
                    privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no RSA public key", e);
        }
    }

    static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks P-256", e);
        }
    }

    private static PrivateKey privateKey(String algorithm, KeySpec spec) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private key of " + algorithm, e);
        }
    }
}
