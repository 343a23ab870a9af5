package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table "Lessons of others" of {@code docs/security.md} has every lesson, and tests and code that are there. */
class LessonsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LESSONS = ROOT.resolveSibling("shared").resolve("threats.md");
    private static final String UNTESTED = "no test yet";

    private static final Pattern ROW = Pattern.compile("\\| *(\\d+) *\\|.*");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*)\\.([a-z]\\w*)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    @Test
    void everyLessonHasARow() throws IOException {
        assumeTrue(Files.exists(LESSONS), LESSONS + " is not there");

        Set<Integer> lessons = numbers(Files.readAllLines(LESSONS));

        assertThat(lessons).isNotEmpty();
        assertThat(numbers(rows())).containsAll(lessons);
    }

    @Test
    void everyRowNamesTestsThatAreThereOrSaysThatThereIsNone() throws IOException {
        Set<String> faults = new TreeSet<>();
        for (String row : rows()) {
            String tests = row.split("\\|", -1)[4];
            if (!TEST.matcher(tests).find() && !tests.contains(UNTESTED)) {
                faults.add(row);
            }
            TEST.matcher(tests)
                    .results()
                    .filter(test -> !isThere(test.group(1), test.group(2)))
                    .forEach(test -> faults.add(test.group()));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void codeOfEveryRowIsThere() throws IOException {
        for (String row : rows()) {
            assertThat(LINK.matcher(row).results().map(link -> link.group(1)))
                    .as(row)
                    .isNotEmpty()
                    .allMatch(file -> Files.exists(ROOT.resolve("docs").resolve(file)));
        }
    }

    private static List<String> rows() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                .dropWhile(Predicate.not("## Lessons of others"::equals))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> ROW.matcher(line).matches())
                .toList();
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static Set<Integer> numbers(List<String> lines) {
        return lines.stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> Integer.valueOf(row.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isThere(String type, String method) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .anyMatch(tests -> isIn(tests, type + ".java", " " + method + "("));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(Path tests, String file, String text) {
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path found : files.filter(path -> path.endsWith(file)).toList()) {
                if (Files.readString(found).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
