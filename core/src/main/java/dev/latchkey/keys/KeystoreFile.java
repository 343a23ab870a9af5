package dev.latchkey.keys;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.SigningAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Signing keys out of a PKCS12 file.
 *
 * @param settings file and password
 * @param inUse the algorithms that it has to hold a key of
 */
public record KeystoreFile(KeySettings.Keystore settings, Set<SigningAlgorithm> inUse) {

    public KeystoreFile {
        inUse = Set.copyOf(inUse);
    }

    /**
     * The file's RSA, P-256 and Ed25519 keys, newest certificate first; the alias is the {@code kid}.
     *
     * @throws ConfigurationException if the file cannot be read or lacks a key of an algorithm in use
     */
    public List<SigningKey> read() {
        List<SigningKey> keys = new ArrayList<>();
        try (InputStream in = Files.newInputStream(Path.of(settings.file()))) {
            char[] password = settings.password().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey privateKey) {
                    signingKey(alias, privateKey, store.getCertificate(alias)).ifPresent(keys::add);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(List.of("latchkey.keys.keystore.file = " + settings.file()
                    + ": cannot be read as PKCS12 with the given password (" + e.getMessage() + ")"));
        }
        requireThoseInUse(keys);
        keys.sort(Comparator.comparing(SigningKey::createdAt).reversed());
        return List.copyOf(keys);
    }

    private static Optional<SigningKey> signingKey(String alias, PrivateKey privateKey, Certificate certificate) {
        if (!(certificate instanceof X509Certificate x509)) {
            return Optional.empty();
        }
        return SigningKey.algorithmOf(certificate.getPublicKey())
                .map(algorithm -> new SigningKey(
                        alias,
                        algorithm,
                        privateKey,
                        certificate.getPublicKey(),
                        x509.getNotBefore().toInstant()));
    }

    private void requireThoseInUse(List<SigningKey> keys) {
        Set<SigningAlgorithm> missing = new TreeSet<>(inUse);
        keys.forEach(key -> missing.remove(key.algorithm()));
        if (!missing.isEmpty()) {
            throw new ConfigurationException(
                    List.of(
                            "latchkey.keys.keystore.file = " + settings.file()
                                    + ": holds no private key for "
                                    + missing.stream()
                                            .map(SigningAlgorithm::jwsName)
                                            .toList()
                                    + "; add one with its certificate: for RS256 RSA of at least 2048 bits, for ES256 P-256, for EdDSA Ed25519"));
        }
    }
}
