package dev.latchkey.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the documentation, run by a shell in the directory of a web application. */
class WarTest {
    private static final String LOGGING = "java.util.logging.config.file";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path war;

    @Test
    void commandsOfTheDocumentationRunWithTheClassPathOfAWebApplication() throws Exception {
        String old = "jdbc:h2:" + war.resolve("old");
        SpringTables spring = new SpringTables(old);
        Device device = Device.of(CoseAlgorithm.ES256);
        spring.add("alice@shop.example", device);
        layOut();
        try (Kit kit = Kit.over("jdbc:h2:" + war.resolve("db/shop"))) {
            kit.account("alice@shop.example");
        }

        assertThat(sh("import.sh", old)).isEqualTo("1 imported, 0 unchanged, 0 refused");
        assertThat(sh("export.sh", old)).isEqualTo("1 exported");
        assertThat(Files.readString(war.resolve("passkeys.jsonl")))
                .contains(device.credentialId().toBase64Url());
    }

    private void layOut() throws IOException {
        Path metaInf = Files.createDirectories(war.resolve("WEB-INF/classes/META-INF"));
        Path lib = Files.createDirectories(war.resolve("WEB-INF/lib"));
        Files.writeString(
                metaInf.resolve("persistence.xml"),
                Files.readString(Path.of("src/test/resources/META-INF/persistence.xml"))
                        .replace(
                                "</persistence-unit>",
                                "<properties><property name=\"jakarta.persistence.jdbc.url\" value=\"jdbc:h2:./db/shop\"/>"
                                        + "</properties></persistence-unit>"));
        Files.writeString(
                war.resolve("WEB-INF/latchkey.conf"),
                "latchkey { domains = [ { host = shop.example } ], clients { web { } } }");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + war.resolve("db/shop"));
        Sql.script(database, "/dev/latchkey/jpa/migration/h2/V1__latchkey.sql");
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            Path jar = lib.resolve(number++ + ".jar");
            if (Files.isRegularFile(path)) {
                Files.copy(path, jar);
            } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                jar(path, jar);
            }
        }
    }

    private static void jar(Path classes, Path jar) {
        PrintWriter out = new PrintWriter(System.err, true, UTF_8);
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(out, out, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        assertThat(status).isZero();
    }

    /** What a script prints, without what is logged; its status has to be 0. */
    private String sh(String script, String oldDatabase) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(
                        "sh",
                        Path.of("src/test/resources", script).toAbsolutePath().toString())
                .directory(war.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = shell.environment();
        environment.put("OLD_DATABASE", oldDatabase);
        environment.merge(
                "PATH", System.getProperty("java.home") + "/bin", (path, bin) -> bin + File.pathSeparator + path);
        List<String> options = new ArrayList<>(JavaCommand.options());
        Optional.ofNullable(System.getProperty(LOGGING)).ifPresent(file -> options.add("-D" + LOGGING + "=" + file));
        environment.put("JDK_JAVA_OPTIONS", String.join(" ", options));
        Process process = shell.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed.strip();
    }
}
