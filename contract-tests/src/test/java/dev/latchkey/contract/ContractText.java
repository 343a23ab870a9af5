package dev.latchkey.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contract as rows: each row of a table but its heading, and each sentence of everything else. A sentence ends at a full stop before a
 * capital letter or code; a block of code belongs to the sentence before it.
 */
final class ContractText {
    private static final Pattern HEADING = Pattern.compile("## (\\d+)\\. .*");
    private static final Pattern RULE = Pattern.compile("\\|[-|]+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<!e\\.g\\.)(?<=\\.)\\s+(?=[A-Z`])");

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private int section;

    private ContractText() {}

    /**
     * A row.
     *
     * @param section the number of its section
     * @param text normalised
     */
    record Row(int section, String text) {
        @Override
        public String toString() {
            return "§" + section + ": " + text;
        }
    }

    /** The file beside the project, or empty where the project is alone. */
    static Optional<Path> file() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("contract-tests"))) {
            directory = directory.getParent();
        }
        return Optional.ofNullable(directory)
                .map(project -> project.resolveSibling("shared").resolve("contract.md"))
                .filter(Files::isRegularFile);
    }

    /** The rows of all numbered sections. */
    static List<Row> rows(Path file) throws IOException {
        ContractText text = new ContractText();
        List<String> lines = Files.readAllLines(file);
        boolean code = false;
        for (int i = 0; i < lines.size(); i++) {
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (lines.get(i).startsWith("```")) {
                code = !code;
            } else if (code) {
                text.paragraph.append(' ').append(lines.get(i));
            } else {
                text.line(lines.get(i), next);
            }
        }
        text.endParagraph();
        return text.rows;
    }

    /** Without marks of Markdown, and with single spaces. */
    static String normalised(String text) {
        return text.replace("`", "")
                .replace("**", "")
                .replace("|", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void line(String line, String next) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            endParagraph();
            section = Integer.parseInt(heading.group(1));
        } else if (line.startsWith("|")) {
            endParagraph();
            if (!RULE.matcher(line).matches() && !RULE.matcher(next).matches()) {
                add(line);
            }
        } else if (line.isBlank()) {
            endParagraph();
        } else if (line.startsWith("* ")) {
            endParagraph();
            paragraph.append(line.substring(2));
        } else {
            paragraph.append(' ').append(line);
        }
    }

    private void endParagraph() {
        for (String sentence : SENTENCE_END.split(paragraph, -1)) {
            add(sentence);
        }
        paragraph.setLength(0);
    }

    private void add(String text) {
        if (section > 0 && !text.isBlank()) {
            rows.add(new Row(section, normalised(text)));
        }
    }
}
