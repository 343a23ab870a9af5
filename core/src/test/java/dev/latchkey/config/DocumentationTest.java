package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {
    private static final ConfigurationReader READER = ConfigurationReader.of(
            Map.of(),
            Map.of(
                    "SHOP_BACKEND_SECRET",
                    "sample-backend-secret",
                    "SHOP_KEYS_SECRET",
                    "0123456789abcdef0123456789abcdef"));

    @ParameterizedTest
    @ValueSource(strings = {"configuration.md", "auth0-sdks.md"})
    void everyHoconExampleStarts(String page) throws IOException {
        List<String> examples = Pattern.compile("```hocon\n(.*?)```", Pattern.DOTALL)
                .matcher(page(page))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(examples).hasSize(4);
        assertThat(examples)
                .allSatisfy(
                        example -> assertThat(READER.parse(example).domains()).hasSize(1));
    }

    @Test
    void everyKeyIsOnThePage() throws IOException {
        List<String> words = Pattern.compile("[a-z0-9-]+")
                .matcher(page("configuration.md"))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(ReferenceTest.keys().map(key -> key.substring(key.lastIndexOf('.') + 1)))
                .hasSizeGreaterThan(60)
                .allMatch(words::contains);
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }
}
