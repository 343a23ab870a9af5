package dev.latchkey.testkit;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** A signature algorithm by its COSE identifier (IANA registry "COSE Algorithms"), worked by the JDK's own providers. */
public enum CoseAlgorithm {
    /** EdDSA over Ed25519. */
    EDDSA(-8, "Ed25519"),
    /** ECDSA over P-256 with SHA-256. */
    ES256(-7, "SHA256withECDSA"),
    /** RSASSA-PKCS1-v1_5 with SHA-256; new keys have 2048 bits. */
    RS256(-257, "SHA256withRSA");

    private final long id;
    private final String jcaName;

    CoseAlgorithm(long id, String jcaName) {
        this.id = id;
        this.jcaName = jcaName;
    }

    /** The COSE identifier, for example -7. */
    public long id() {
        return id;
    }

    /** The algorithm of a COSE identifier, if it is one of these. */
    public static Optional<CoseAlgorithm> of(long id) {
        return Arrays.stream(values()).filter(each -> each.id == id).findFirst();
    }

    /**
     * The algorithm that a JCA key is for.
     *
     * @throws IllegalArgumentException if the key is neither EC, EdDSA nor RSA
     */
    public static CoseAlgorithm of(Key key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> ES256;
            case "EdDSA", "Ed25519" -> EDDSA;
            case "RSA" -> RS256;
            default -> throw new IllegalArgumentException("no COSE algorithm for a key of " + key.getAlgorithm());
        };
    }

    /** Makes a new key pair. */
    public KeyPair generateKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keyAlgorithm());
            generator.initialize(keyParameters());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + jcaName, e);
        }
    }

    /**
     * Signs a message.
     *
     * @throws IllegalArgumentException if the key is not for this algorithm
     */
    public Bytes sign(PrivateKey key, Bytes message) {
        try {
            Signature signature = Signature.getInstance(jcaName);
            signature.initSign(key);
            signature.update(message.toArray());
            return Bytes.copyOf(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot sign by " + this + " with a key of " + key.getAlgorithm(), e);
        }
    }

    /** Whether a signature over a message is by the key; a malformed signature is simply not. */
    public boolean verifies(PublicKey key, Bytes message, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance(jcaName);
            verifier.initVerify(key);
            verifier.update(message.toArray());
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String keyAlgorithm() {
        return switch (this) {
            case EDDSA -> "Ed25519";
            case ES256 -> "EC";
            case RS256 -> "RSA";
        };
    }

    private AlgorithmParameterSpec keyParameters() {
        return switch (this) {
            case EDDSA -> NamedParameterSpec.ED25519;
            case ES256 -> new ECGenParameterSpec("secp256r1");
            case RS256 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
        };
    }
}
