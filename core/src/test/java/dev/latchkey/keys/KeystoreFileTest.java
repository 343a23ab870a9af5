package dev.latchkey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.KeySettings.Keystore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PKCS12 files as the JDK's own {@code keytool} makes them. */
class KeystoreFileTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path directory = Path.of("");

    @Test
    void keysAreReadNewestFirst() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa-old", "-keyalg", "RSA", "-keysize", "2048", "-startdate", "2024/01/01 00:00:00");
        generate(file, "rsa-new", "-keyalg", "RSA", "-keysize", "2048", "-startdate", "2025/01/01 00:00:00");
        generate(file, "ec", "-keyalg", "EC", "-groupname", "secp256r1", "-startdate", "2023/01/01 00:00:00");

        List<SigningKey> keys = KeystoreFile.read(new Keystore(file.toString(), PASSWORD));

        assertThat(keys).extracting(SigningKey::id).containsExactly("rsa-new", "rsa-old", "ec");
        assertThat(keys)
                .extracting(SigningKey::algorithm)
                .containsExactly(SigningAlgorithm.RS256, SigningAlgorithm.RS256, SigningAlgorithm.ES256);
        assertThat(keys.get(2).privateKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void keysOfOtherKindsAreLeftOut() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-keyalg", "RSA", "-keysize", "2048");
        generate(file, "short", "-keyalg", "RSA", "-keysize", "1024");
        generate(file, "ec", "-keyalg", "EC", "-groupname", "secp256r1");
        generate(file, "p384", "-keyalg", "EC", "-groupname", "secp384r1");
        generate(file, "ed", "-keyalg", "Ed25519");

        assertThat(KeystoreFile.read(new Keystore(file.toString(), PASSWORD)))
                .extracting(SigningKey::id)
                .containsExactlyInAnyOrder("rsa", "ec");
    }

    @Test
    void missingKeyIsAFaultThatNamesTheRemedy() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-keyalg", "RSA", "-keysize", "2048");

        assertThatThrownBy(() -> KeystoreFile.read(new Keystore(file.toString(), PASSWORD)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latchkey.keys.keystore.file = " + file)
                .hasMessageContaining("[ES256]")
                .hasMessageContaining("add an RSA key of at least 2048 bits and a P-256 key");
    }

    @Test
    void wrongPasswordIsAFaultThatDoesNotTellIt() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-keyalg", "RSA", "-keysize", "2048");

        assertThatThrownBy(() -> KeystoreFile.read(new Keystore(file.toString(), "not-this-one")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read as PKCS12 with the given password")
                .message()
                .doesNotContain("not-this-one");
    }

    @Test
    void fileThatIsNotThereIsAFault() {
        String file = directory.resolve("nowhere.p12").toString();

        assertThatThrownBy(() -> KeystoreFile.read(new Keystore(file, PASSWORD)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file);
    }

    @Test
    void fileThatIsNoKeystoreIsAFault() throws IOException {
        Path file = Files.writeString(directory.resolve("keys.p12"), "no keystore");

        assertThatThrownBy(() -> KeystoreFile.read(new Keystore(file.toString(), PASSWORD)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.toString());
    }

    private static void generate(Path file, String alias, String... kind) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias));
        command.addAll(List.of(kind));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(output).isZero();
    }
}
