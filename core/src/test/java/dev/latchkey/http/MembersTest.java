package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.json.Json;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MembersTest {

    @Test
    void absentNullAndEmptyAreOne() {
        Members members = members("{\"a\":null,\"b\":\"\"}");

        assertThat(members.optional("a")).isEmpty();
        assertThat(members.optional("b")).isEmpty();
        assertThat(members.optional("c")).isEmpty();
        assertThat(members.flag("a")).isFalse();
        assertThat(members.object("a")).isEmpty();
        assertRefused(() -> members.required("b"), "/b");
        assertRefused(() -> members.requiredObject("c"), "/c");
    }

    @Test
    void otherTypeIsRefusedByName() {
        Members members = members("{\"text\":1,\"flag\":\"true\",\"object\":[],\"broken\":\"{\"}");

        assertRefused(() -> members.optional("text"), "/text");
        assertRefused(() -> members.flag("flag"), "/flag");
        assertRefused(() -> members.object("object"), "/object");
        assertRefused(() -> members.object("broken"), "/broken");
    }

    @Test
    void metadataHoldsTenTextsAtMost() {
        assertThat(members("{\"m\":{\"a\":\"1\",\"b\":\"\"}}").metadata("m")).isEqualTo(Map.of("a", "1", "b", ""));
        assertThat(members("{}").metadata("m")).isEmpty();
        assertThat(members(metadata(10)).metadata("m")).hasSize(10);
        assertRefused(() -> members(metadata(11)).metadata("m"), "/m");
        assertRefused(() -> members("{\"m\":{\"a\":1}}").metadata("m"), "/m/a");
        assertRefused(() -> members("{\"m\":{\"a\":null}}").metadata("m"), "/m/a");
    }

    @Test
    void metadataIsBoundedAndFitForADatabase() {
        String name = "n".repeat(100);
        assertThat(members("{\"m\":{\"" + name + "\":\"" + "v".repeat(500) + "\"}}")
                        .metadata("m"))
                .containsKey(name);
        assertRefused(() -> members("{\"m\":{\"" + name + "n\":\"\"}}").metadata("m"), "/m/" + name + "n");
        assertRefused(
                () -> members("{\"m\":{\"a\":\"" + "v".repeat(501) + "\"}}").metadata("m"), "/m/a");
        assertRefused(() -> members("{\"m\":{\"a\":\"\\u0000\"}}").metadata("m"), "/m/a");
        assertRefused(() -> members("{\"m\":{\"\\u0000\":\"\"}}").metadata("m"), "/m/\u0000");
    }

    private static String metadata(int size) {
        StringBuilder members = new StringBuilder("\"0\":\"\"");
        for (int i = 1; i < size; i++) {
            members.append(",\"").append(i).append("\":\"\"");
        }
        return "{\"m\":{" + members + "}}";
    }

    private static Members members(String json) {
        return new Members(Json.parseObject(json).orElseThrow());
    }

    private static void assertRefused(ThrowingCallable reading, String pointer) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
            assertThat(refused.pointer()).hasValue(pointer);
        });
    }
}
