package dev.latchkey.keys;

import dev.latchkey.config.SigningAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** Signing keys to and from the form in which a storage keeps them. Thread-safe. */
public final class KeyWrapping {
    private static final String PURPOSE = "signing-key";

    private final Sealer sealer;

    public KeyWrapping(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The key, sealed. */
    public StoredKey wrap(SigningKey key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, key.privateKey().getEncoded());
            write(out, key.publicKey().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return new StoredKey(
                key.id(), key.algorithm().jwsName(), sealer.seal(PURPOSE, bytes.toByteArray()), key.createdAt());
    }

    /** The key, or empty if it was wrapped by a secret that is not ours, or is of an algorithm that we do not know. */
    public Optional<SigningKey> unwrap(StoredKey stored) {
        return SigningAlgorithm.ofJwsName(stored.algorithm())
                .flatMap(algorithm ->
                        sealer.open(PURPOSE, stored.wrapped()).map(bytes -> read(stored, algorithm, bytes)));
    }

    private static SigningKey read(StoredKey stored, SigningAlgorithm algorithm, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            KeyFactory factory = KeyFactory.getInstance(algorithm.keyAlgorithm());
            return new SigningKey(
                    stored.id(),
                    algorithm,
                    factory.generatePrivate(new PKCS8EncodedKeySpec(read(in))),
                    factory.generatePublic(new X509EncodedKeySpec(read(in))),
                    stored.createdAt());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("stored signing key " + stored.id() + " is damaged", e);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
