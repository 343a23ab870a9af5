package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;

/** The table of docs/containers.md says what ran, for the servers that did. Runs after all of them. */
@EnabledIf("somethingRan")
@DisabledIfSystemProperty(named = "it.test", matches = ".+", disabledReason = "not all tests ran")
class ContainersPage {
    private static final Path PAGE = Path.of("..", "docs", "containers.md");
    private static final String HEADING = "| server | application | door | persistence |";

    static boolean somethingRan() {
        return Files.isDirectory(Results.directory());
    }

    @Test
    void tableSaysWhatRan() throws IOException {
        List<String> table = table();
        ran().forEach((server, ran) -> assertThat(table.stream()
                        .filter(line -> line.startsWith(server))
                        .sorted()
                        .toList())
                .as("%s has to have these lines:%n%s%n", PAGE, String.join("\n", ran))
                .isEqualTo(ran));
    }

    private static List<String> table() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(HEADING))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** The lines of all servers, by their first cell. */
    private static Map<String, List<String>> ran() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Results.directory())) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream()
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf('|', 1) + 1)));
    }
}
