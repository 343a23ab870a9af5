package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    /** Paths of all keys, with names and positions of the minimal configuration, but those of open sections. */
    static Stream<String> keys() {
        List<String> keys = new ArrayList<>();
        walk("latchkey", Reference.get().tree(), keys);
        return keys.stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyIsRead(String key) {
        Map<String, String> nonsense = new HashMap<>(Map.of(
                "latchkey.domains.0.host", "auth.example.com",
                "latchkey.clients.web.allowed-origins", "https://auth.example.com"));
        nonsense.remove(key);
        nonsense.put(key + ".nonsense", "!");

        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> READER.properties(nonsense));

        assertThat(refusal).as("a section in place of the value of " + key).isNotNull();
        assertThat(refusal.faults()).anyMatch(fault -> fault.startsWith(key));
    }

    @Test
    void referenceListsEveryAttributeOfAnAccount() {
        assertThat(Stream.of(AccountAttribute.values())
                        .map(attribute -> "latchkey.accounts.attributes." + attribute.key()))
                .allMatch(keys().toList()::contains);
    }

    @Test
    void everySectionAndKeyIsExplained() throws IOException {
        try (InputStream resource = Objects.requireNonNull(getClass().getResourceAsStream(Reference.RESOURCE))) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            String[] blocks = text.split("\n\\s*\n");
            assertThat(blocks).hasSizeGreaterThan(30);
            assertThat(blocks)
                    .filteredOn(block -> block.contains(" = "))
                    .allMatch(block -> block.contains("#") || block.contains("-lifetime"));
        }
    }

    private static void walk(String path, Object node, List<String> keys) {
        Map<String, Object> map = Tree.map(node).orElse(Map.of());
        if (!(node instanceof Map<?, ?>)) {
            keys.add(path);
        }
        map.forEach((key, child) -> {
            String name = key.equals(Reference.NAME) ? (path.endsWith("clients") ? "web" : "default") : key;
            boolean sections = child instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>;
            walk(path + "." + name + (sections ? ".0" : ""), sections ? ((List<?>) child).get(0) : child, keys);
        });
    }
}
