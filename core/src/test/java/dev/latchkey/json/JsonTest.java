package dev.latchkey.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{} {}",
                "{}x",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":+1}",
                "{\"a\":1 /* one */}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "\ufeff{}"
            })
    void whatIsNoObjectOrNoStrictJsonIsRefused(String text) {
        assertThat(Json.parseObject(text)).isEmpty();
        assertThat(Json.parseObject(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void bytesOfAnotherEncodingAreRefused() {
        assertThat(Json.parseObject("{}".getBytes(UTF_16))).isEmpty();
        assertThat(Json.parseObject(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}))
                .isEmpty();
        assertThat(Json.parseObject(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'}))
                .isEmpty();
    }

    @Test
    void nestingIsBounded() {
        assertThat(Json.parseObject(nested(16))).isPresent();
        assertThat(Json.parseObject(nested(17))).isEmpty();
        assertThat(Json.parseObject("{\"a\":" + "[".repeat(1_000_000))).isEmpty();
    }

    @Test
    void lengthsAreBounded() {
        assertThat(Json.parseObject("{\"a\":\"" + "x".repeat(64 << 10) + "\"}")).isPresent();
        assertThat(Json.parseObject("{\"a\":\"" + "x".repeat(100 << 10) + "\"}"))
                .isEmpty();
        assertThat(Json.parseObject("{\"" + "x".repeat(300) + "\":1}")).isEmpty();
        assertThat(Json.parseObject("{\"a\":" + "1".repeat(32) + "}")).isPresent();
        assertThat(Json.parseObject("{\"a\":" + "1".repeat(33) + "}")).isEmpty();
        assertThat(Json.parseObject("{\"a\":0." + "1".repeat(40) + "}")).isEmpty();
    }

    @Test
    void unicodeIsReadAndWritten() {
        String text = "{\"größe\":\"漢 👩‍💻 \\u0000\"}";
        ObjectNode read = Json.parseObject(text).orElseThrow();

        assertThat(read.path("größe").textValue()).isEqualTo("漢 👩‍💻 \0");
        assertThat(Json.parseObject(Json.write(read))).hasValue(read);
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }
}
