package dev.latchkey.warmup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.keys.Crypto;
import dev.latchkey.passkey.Bytes;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/**
 * An authenticator with one ES256 passkey, made when it is first asked for, and the browser in front of it (W3C WebAuthn Level 3 §5.1.3 and
 * §5.1.4). Its passkey is one that is synchronised: no attestation, no counter. Used by one thread.
 */
final class RehearsalKey {
    private static final int ID_BYTES = 16;
    private static final int COORDINATE_BYTES = 32;

    /** User present, user verified, backup eligible, backed up (§6.1). */
    private static final int FLAGS = 0x1D;

    private static final int ATTESTED_CREDENTIAL_DATA = 0x40;

    /** CBOR of {@code {"fmt": "none", "attStmt": {}, "authData": …}}, up to a byte string whose length is one byte. */
    private static final byte[] ATTESTATION =
            HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158");

    /** COSE key of type EC2 for ES256 on P-256 (RFC 9053 §7.1.1), up to x; then, before y. */
    private static final byte[] COSE_X = HexFormat.of().parseHex("a5010203262001215820");

    private static final byte[] COSE_Y = HexFormat.of().parseHex("225820");

    private final String rpId;
    private final Bytes id;
    private final KeyPair pair;

    /** @throws IllegalStateException if the JVM has no P-256 */
    RehearsalKey(String rpId) {
        this.rpId = rpId;
        byte[] random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        id = Bytes.of(random);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair of P-256", e);
        }
    }

    /** The answer to a registration's challenge. */
    ObjectNode create(String challenge) {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        byte[] credential = joined(
                new byte[ID_BYTES],
                new byte[] {0, ID_BYTES},
                id.toArray(),
                COSE_X,
                coordinate(key.getW().getAffineX()),
                COSE_Y,
                coordinate(key.getW().getAffineY()));
        byte[] data = joined(authenticatorData(FLAGS | ATTESTED_CREDENTIAL_DATA), credential);
        ObjectNode answer = answer();
        answer.putObject("response")
                .put("clientDataJSON", base64Url(clientData("webauthn.create", challenge)))
                .put("attestationObject", base64Url(joined(ATTESTATION, new byte[] {(byte) data.length}, data)));
        return answer;
    }

    /** The answer to a sign-in's challenge. */
    ObjectNode get(String challenge) {
        byte[] clientData = clientData("webauthn.get", challenge);
        byte[] data = authenticatorData(FLAGS);
        ObjectNode answer = answer();
        answer.putObject("response")
                .put("clientDataJSON", base64Url(clientData))
                .put("authenticatorData", base64Url(data))
                .put("signature", base64Url(signed(joined(data, sha256(clientData)))));
        return answer;
    }

    private ObjectNode answer() {
        ObjectNode answer = Json.object()
                .put("id", id.toBase64Url())
                .put("rawId", id.toBase64Url())
                .put("type", "public-key");
        answer.putObject("clientExtensionResults");
        return answer;
    }

    private byte[] clientData(String type, String challenge) {
        return Json.write(Json.object()
                .put("type", type)
                .put("challenge", challenge)
                .put("origin", RehearsalRequest.origin(rpId))
                .put("crossOrigin", false));
    }

    private byte[] authenticatorData(int flags) {
        return joined(
                sha256(rpId.getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) flags}, new byte[Integer.BYTES]);
    }

    private byte[] signed(byte[] data) {
        try {
            Signature signer = Signature.getInstance(Crypto.ES256);
            signer.initSign(pair.getPrivate());
            signer.update(data);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no signature by " + Crypto.ES256, e);
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64Url(byte[] bytes) {
        return Bytes.of(bytes).toBase64Url();
    }
}
