package dev.latchkey.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.JavaCommand;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other versions of what the bundle holds harm neither the bundle nor who uses them. */
class ClassPathIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path OLD = TARGET.resolve("old-libraries");
    private static final Path RECENT = TARGET.resolve("recent-libraries");

    @Test
    void bundleWorksBesideTheSameVersionsAndTheHostFindsItsOwnModulesAlone() throws Exception {
        assertThat(run(Bundle.JAR, RECENT))
                .contains("Jackson of the host 2.22", "com.fasterxml.jackson.datatype.jdk8.Jdk8Module")
                .doesNotContain("with [dev.latchkey", ", dev.latchkey");
    }

    @Test
    void bundleWorksBehindOldJacksonAndGuava() throws Exception {
        assertThat(run(OLD, Bundle.JAR)).contains("Jackson of the host 2.12.7");
    }

    @Test
    void bundleWorksBeforeOldJacksonAndGuava() throws Exception {
        assertThat(run(Bundle.JAR, OLD)).contains("Jackson of the host 2.12.7");
    }

    private static String run(Path... bundleAndLibraries) throws Exception {
        String classPath = Stream.concat(
                        Stream.of(bundleAndLibraries).map(ClassPathIT::entry),
                        Stream.of(
                                entry(TARGET.resolve("host-libraries")),
                                TARGET.resolve("test-classes").toString()))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(JavaCommand.of("-cp", classPath, Trial.class.getName()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(Trial.DONE + "ES256", Trial.DONE + "EDDSA", Trial.DONE + "RS256");
        return said;
    }

    private static String entry(Path path) {
        return Files.isDirectory(path) ? path + File.separator + "*" : path.toString();
    }
}
