package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing keys of a PKCS12 file that changes while two nodes run. */
class KeystoreRotationTest {
    private static final String PASSWORD = "changeit";
    private static final Duration RELOAD = Duration.ofMinutes(1);
    private static final Duration DELAY = Duration.ofHours(1);
    private static final String[] P256 = {"-keyalg", "EC", "-groupname", "secp256r1"};

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final SettableClock clock = new SettableClock();

    @TempDir
    Path directory = Path.of("");

    @Test
    void keyThatIsAddedToTheFileIsPublishedAndSignsAfterTheDelay() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-2d", "-keyalg", "RSA", "-keysize", "2048");
        generate(file, "old", "-2d", P256);
        try (Deployment node = deployment(file);
                Deployment other =
                        node.node(config -> config.keys(keys -> keys.keystore(file.toString(), PASSWORD)), clock)) {
            Answer before = node.web()
                    .withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                    .withScope(Scenario.MY_ACCOUNT_SCOPES)
                    .signup(authenticator, profile("a@example.com"))
                    .expect(200);
            assertThat(kid(before)).isEqualTo("old");

            Path next = Files.copy(file, directory.resolve("next.p12"));
            generate(next, "new", "-0d", P256);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            clock.advance(RELOAD);
            assertThat(ids(node)).containsExactlyInAnyOrder("rsa", "old", "new").isEqualTo(ids(other));
            assertThat(kid(node.web().login(authenticator))).isEqualTo("old");

            clock.advance(DELAY.minus(RELOAD).minusMinutes(2));
            assertThat(kid(node.web().login(authenticator))).isEqualTo("old");
            other.web()
                    .withBearer(before.text("access_token"))
                    .myAccount()
                    .list()
                    .expect(200);
            clock.advance(Duration.ofMinutes(5));
            assertThat(kid(other.web().login(authenticator))).isEqualTo("new");

            Files.writeString(file, "half a file");
            clock.advance(RELOAD);
            assertThat(kid(node.web().login(authenticator))).isEqualTo("new");
            assertThat(ids(node)).containsExactlyInAnyOrder("rsa", "old", "new");
        }
    }

    @Test
    void keysOfAFileAreNotRotatedByTheKit() throws Exception {
        Path file = directory.resolve("keys.p12");
        generate(file, "rsa", "-2d", "-keyalg", "RSA", "-keysize", "2048");
        generate(file, "ec", "-2d", P256);
        try (Deployment node = deployment(file)) {
            assertThatThrownBy(() -> node.latchkey().rotateSigningKeys())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file.toString());
            assertThatThrownBy(() -> node.latchkey().revokeSigningKeys()).isInstanceOf(IllegalStateException.class);
            assertThat(ids(node)).containsExactlyInAnyOrder("rsa", "ec");
        }
    }

    private Deployment deployment(Path file) throws Exception {
        return Deployment.start(config -> config.keys(keys -> keys.keystore(file.toString(), PASSWORD)), clock);
    }

    private static String kid(Answer tokens) throws Exception {
        return SignedJWT.parse(tokens.expect(200).text("access_token"))
                .getHeader()
                .getKeyID();
    }

    private static List<String> ids(Deployment node) {
        return node.client("web").jwks().expect(200).body().findValuesAsText("kid");
    }

    private static void generate(Path file, String alias, String start, String... kind) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias, "-startdate", start, "-validity", "3650"));
        command.addAll(List.of(kind));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(output).isZero();
    }
}
