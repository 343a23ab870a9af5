package dev.latchkey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.KeySettings.Keystore;
import dev.latchkey.config.SigningAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PKCS12 files as the JDK's own {@code keytool} makes them. */
class KeystoreFileTest {
    private static final String PASSWORD = "changeit";
    private static final Set<SigningAlgorithm> IN_USE = Set.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256);

    @TempDir
    Path directory = Path.of("");

    @Test
    void keysAreReadNewestFirst() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa-old", "-keyalg", "RSA", "-keysize", "2048", "-startdate", "2024/01/01 00:00:00");
        generate(file, "rsa-new", "-keyalg", "RSA", "-keysize", "2048", "-startdate", "2025/01/01 00:00:00");
        generate(file, "ec", "-keyalg", "EC", "-groupname", "secp256r1", "-startdate", "2023/01/01 00:00:00");

        List<SigningKey> keys = read(file);

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
        generate(file, "ed448", "-keyalg", "Ed448");

        assertThat(read(file)).extracting(SigningKey::id).containsExactlyInAnyOrder("rsa", "ec");
    }

    @Test
    void ed25519KeysAreRead() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-keyalg", "RSA", "-keysize", "2048");
        generate(file, "ed", "-keyalg", "Ed25519");
        KeystoreFile reader = new KeystoreFile(
                new Keystore(file.toString(), PASSWORD), Set.of(SigningAlgorithm.RS256, SigningAlgorithm.EDDSA));

        assertThat(reader.read())
                .extracting(SigningKey::algorithm)
                .containsExactlyInAnyOrder(SigningAlgorithm.RS256, SigningAlgorithm.EDDSA);
    }

    @Test
    void missingKeyIsAFaultThatNamesTheRemedy() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-keyalg", "RSA", "-keysize", "2048");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latchkey.keys.keystore.file = " + file)
                .hasMessageContaining("[ES256]")
                .hasMessageContaining("for ES256 P-256");
    }

    @Test
    void wrongPasswordIsAFaultThatDoesNotTellIt() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-keyalg", "RSA", "-keysize", "2048");

        assertThatThrownBy(() -> new KeystoreFile(new Keystore(file.toString(), "not-this-one"), IN_USE).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read as PKCS12 with the given password")
                .message()
                .doesNotContain("not-this-one");
    }

    @Test
    void fileThatIsNotThereIsAFault() {
        String file = directory.resolve("nowhere.p12").toString();

        assertThatThrownBy(() -> read(Path.of(file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file);
    }

    @Test
    void fileThatIsNoKeystoreIsAFault() throws IOException {
        Path file = Files.writeString(directory.resolve("keys.p12"), "no keystore");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.toString());
    }

    private static List<SigningKey> read(Path file) {
        return new KeystoreFile(new Keystore(file.toString(), PASSWORD), IN_USE).read();
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
