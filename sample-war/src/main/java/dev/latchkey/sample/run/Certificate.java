package dev.latchkey.sample.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A self-signed certificate for {@code localhost}, made once by the JDK's keytool and kept with the sample's data. Its
 * password protects nothing: who may read the directory may use the key.
 */
record Certificate(Path keyStore, String password) {

    private static final String ALIAS = "localhost";
    private static final String PASSWORD = "localhost";
    private static final String NAMES = "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1";
    private static final String DAYS = "825";

    static Certificate in(Path directory) throws IOException, InterruptedException {
        Path keyStore = directory.resolve("localhost.p12");
        if (!isUsable(keyStore)) {
            Files.deleteIfExists(keyStore);
            make(keyStore);
        }
        return new Certificate(keyStore, PASSWORD);
    }

    private static boolean isUsable(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            if (keys.getCertificate(ALIAS) instanceof X509Certificate certificate) {
                certificate.checkValidity();
                return true;
            }
            return false;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static void make(Path file) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        NAMES,
                        "-validity",
                        DAYS,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool could not make a certificate at " + file + ": " + output);
        }
    }
}
