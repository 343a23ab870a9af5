package dev.latchkey.keys;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.KeySettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signing keys out of a PKCS12 file. */
public final class KeystoreFile {
    private KeystoreFile() {}

    /**
     * The file's RSA and P-256 keys, newest certificate first; the alias is the {@code kid}.
     *
     * @throws ConfigurationException if the file cannot be read or lacks a key of an algorithm
     */
    public static List<SigningKey> read(KeySettings.Keystore settings) {
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
        requireEveryAlgorithm(settings, keys);
        keys.sort(Comparator.comparing(SigningKey::createdAt).reversed());
        return List.copyOf(keys);
    }

    private static Optional<SigningKey> signingKey(String alias, PrivateKey privateKey, Certificate certificate) {
        if (!(certificate instanceof X509Certificate x509)) {
            return Optional.empty();
        }
        return algorithm(certificate)
                .map(algorithm -> new SigningKey(
                        alias,
                        algorithm,
                        privateKey,
                        certificate.getPublicKey(),
                        x509.getNotBefore().toInstant()));
    }

    private static Optional<SigningAlgorithm> algorithm(Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= 2048) {
            return Optional.of(SigningAlgorithm.RS256);
        }
        boolean p256 = certificate.getPublicKey() instanceof ECPublicKey ec
                && ec.getParams().getOrder().bitLength() == 256;
        return p256 ? Optional.of(SigningAlgorithm.ES256) : Optional.empty();
    }

    private static void requireEveryAlgorithm(KeySettings.Keystore settings, List<SigningKey> keys) {
        Set<SigningAlgorithm> missing = EnumSet.allOf(SigningAlgorithm.class);
        keys.forEach(key -> missing.remove(key.algorithm()));
        if (!missing.isEmpty()) {
            throw new ConfigurationException(List.of("latchkey.keys.keystore.file = " + settings.file()
                    + ": holds no private key for " + missing
                    + "; add an RSA key of at least 2048 bits and a P-256 key"));
        }
    }
}
