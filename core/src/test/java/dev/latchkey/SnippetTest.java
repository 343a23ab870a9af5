package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show under {@code <!-- runs in: FILE -->} stands in that file, which is compiled or run by a test of its own. */
class SnippetTest {
    private static final Path ROOT = Path.of("..");

    /** Pages on which every block of code has such a file. */
    private static final Set<String> PROVEN = Set.of(
            "bundle.md",
            "containers.md",
            "databases.md",
            "events.md",
            "from-auth0.md",
            "from-hand-made.md",
            "from-spring-security.md",
            "import-export.md",
            "mapping.md",
            "your-login.md",
            "your-users.md");

    private static final Set<String> OUTPUT = Set.of("", "text");

    private static final Pattern FENCE =
            Pattern.compile("(?:<!-- runs in: (\\S+) -->\\n *)?```([a-z]*)\\n(.*?)```", Pattern.DOTALL);

    static Stream<Snippet> snippets() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            return pages
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(SnippetTest::of)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void codeOnAPageStandsInTheFileThatIsNamed(Snippet snippet) throws IOException {
        assertThat(bare(Files.readString(ROOT.resolve(snippet.file())))).contains(bare(snippet.code()));
    }

    @Test
    void everyBlockOfTheseProvenPagesNamesItsFile() throws IOException {
        Set<String> unproven = new TreeSet<>();
        for (String page : PROVEN) {
            blocks(ROOT.resolve("docs").resolve(page))
                    .filter(block -> block.group(1) == null && !OUTPUT.contains(block.group(2)))
                    .forEach(block -> unproven.add(page + ": " + block.group(3).strip()));
        }

        assertThat(unproven).isEmpty();
    }

    private static Stream<Snippet> of(Path page) {
        return blocks(page)
                .filter(block -> block.group(1) != null)
                .map(block -> new Snippet(page.getFileName().toString(), block.group(1), block.group(3)));
    }

    private static Stream<MatchResult> blocks(Path page) {
        try {
            return FENCE.matcher(Files.readString(page)).results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without indentation and blank lines. */
    private static String bare(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private record Snippet(String page, String file, String code) {
        @Override
        public String toString() {
            List<String> lines = code.lines().toList();
            return page + ": " + lines.get(0).strip() + " … in " + file;
        }
    }
}
