package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class does one thing and is read in one sitting. */
class HouseSizeTest {
    private static final int GREATEST_LINES = 300;
    private static final int GREATEST_MEDIAN_LINES = 80;

    @Test
    void filesAreShort() throws IOException {
        Optional<Path> root = root();
        assumeTrue(root.isPresent(), "the sources of the project are not above the working directory");
        Map<Path, Integer> lines = lines(root.get());

        assertThat(lines).isNotEmpty().allSatisfy((file, count) -> assertThat(count)
                .as(file.toString())
                .isLessThanOrEqualTo(GREATEST_LINES));
        List<Integer> sorted = lines.values().stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).as("median").isLessThanOrEqualTo(GREATEST_MEDIAN_LINES);
    }

    /** The highest directory whose {@code pom.xml} lists this module. */
    private static Optional<Path> root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .filter(at -> Files.exists(at.resolve("pom.xml")) && Files.exists(at.resolve("core/src/main/java")))
                .findFirst();
    }

    private static Map<Path, Integer> lines(Path root) throws IOException {
        Map<Path, Integer> lines = new TreeMap<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> lines.put(root.relativize(file), count(file)));
                }
            }
        }
        return lines;
    }

    private static int count(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
