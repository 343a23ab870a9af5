package dev.latchkey.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.passkey.Passkey;
import dev.latchkey.testkit.CoseAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final Kit kit = new Kit();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @AfterEach
    void closeKit() {
        kit.close();
    }

    @Test
    void fileIsImportedIntoADatabaseThatTheContainerWouldHaveGiven() throws IOException {
        kit.account("alice@example.com");
        Device device = Device.of(CoseAlgorithm.EDDSA);
        Path file = lines(
                device.record(AccountKey.Kind.EMAIL.of("alice@example.com")).build());

        assertThat(run("import", "--from", "json", "--file", file.toString(), "--dry-run"))
                .isZero();
        assertThat(out.toString(UTF_8))
                .isEqualTo("dry run, nothing was stored: 1 imported, 0 unchanged, 0 refused" + System.lineSeparator());
        assertThat(kit.passkeys()).isEmpty();

        assertThat(run("import", "--from", "json", "--file", file.toString(), "--realm", "default"))
                .isZero();
        assertThat(kit.passkeys()).extracting(Passkey::rpId).containsExactly(Kit.RP_ID);
    }

    @Test
    void refusedRowsAreTheExitStatus1AndNameNobody() throws IOException {
        Path file = lines(Device.of(CoseAlgorithm.EDDSA)
                .record(AccountKey.Kind.EMAIL.of("nobody@example.com"))
                .build());

        assertThat(run("import", "--from", "json", "--file", file.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains("row 1, credential ", "there is no such account", "0 imported, 0 unchanged, 1 refused")
                .doesNotContain("nobody");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void passkeysOfAuth0AreReadByItsOption() throws IOException {
        Path file = Files.writeString(directory.resolve("auth0.jsonl"), "{\"type\":\"totp\"}\n");

        assertThat(run("import", "--from", "auth0", "--file", file.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("row 1: malformed: type must be passkey");
    }

    @Test
    void exportDoesNotOverwriteAFile() throws IOException {
        Path file = directory.resolve("passkeys.jsonl");

        assertThat(run("export", "--file", file.toString())).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("0 exported" + System.lineSeparator());
        assertThat(run("export", "--file", file.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("is there already, and is not overwritten");
    }

    @Test
    void databaseWithoutTheTablesOfSpringSecurityIsTheExitStatus3() throws IOException {
        assertThat(run("import", "--from", "spring-security", "--match", "email", "--jdbc-url", "jdbc:h2:mem:"))
                .isEqualTo(3);
        assertThat(err.toString(UTF_8)).startsWith("stopped: user_credentials and user_entities cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "delete",
                "import",
                "import --from csv",
                "import --from json",
                "import --from json --file no-such-file",
                "import --from spring-security --match email",
                "import --from spring-security --jdbc-url jdbc:h2:mem:",
                "import --from spring-security --jdbc-url jdbc:h2:mem: --match shoe-size",
                "import --from json --from json",
                "import --from",
                "import --colour red",
                "import --from json --file x --realm staff",
                "import --from json --file x --rp-id other.example",
                "import --from json --file x --assume-backup perhaps",
                "export --dry-run",
                "export"
            })
    void whatCannotBeFollowedIsTheExitStatus2WithTheUsage(String arguments) throws IOException {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Usage: java -cp");
        assertThat(kit.passkeys()).isEmpty();
    }

    @Test
    void faultInTheConfigurationIsTheExitStatus2() throws IOException {
        Path config = Files.writeString(directory.resolve("faulty.conf"), "latchkey.colour = red");

        assertThat(main().run("export", "--file", "x", "--config", config.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("latchkey.colour");
        assertThat(main().run("export", "--file", "x", "--config", "no-such-file"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--config no-such-file: there is no such file");
    }

    private int run(String... arguments) throws IOException {
        out.reset();
        Path config = Files.writeString(directory.resolve("latchkey.conf"), """
                latchkey {
                  domains = [ { host = shop.example } ]
                  clients { web { allowed-origins = ["https://shop.example"] } }
                  storage.data-source = "java:comp/env/jdbc/shop"
                }
                """);
        if (arguments.length == 0) {
            return main().run();
        }
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString(), "--storage-url", kit.database.getURL()));
        return main().run(all.toArray(String[]::new));
    }

    private Main main() {
        return new Main(Map.of(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private Path lines(PasskeyRecord passkey) throws IOException {
        Path file = directory.resolve("in.jsonl");
        try (var stream = Files.newOutputStream(file)) {
            JsonLines.write(passkey, stream);
        }
        return file;
    }
}
