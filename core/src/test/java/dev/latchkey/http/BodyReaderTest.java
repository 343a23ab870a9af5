package dev.latchkey.http;

import static dev.latchkey.http.TestExchange.form;
import static dev.latchkey.http.TestExchange.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private final BodyReader reader = new BodyReader(1000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "Application/JSON",
                " application/json ;x=y"
            })
    void jsonIsReadWhateverItsParameters(String type) throws IOException {
        Members members = reader.json(post("/", "{\"a\":\"ä\"}").with("Content-Type", type));

        assertThat(members.required("a")).isEqualTo("ä");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/json",
                "application/jsonp",
                "application/json, text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded"
            })
    void otherMediaTypeIsUnsupported(String type) {
        assertRefused(() -> reader.json(post("/", "{}").with("Content-Type", type)), ErrorKind.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void missingMediaTypeIsUnsupported() {
        TestExchange exchange = TestExchange.of("POST", "/", new byte[] {'{', '}'});

        assertRefused(() -> reader.json(exchange), ErrorKind.UNSUPPORTED_MEDIA_TYPE);
        assertRefused(() -> reader.jsonOrForm(exchange), ErrorKind.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1,\"a\":2}", "null", "{}{}"})
    void malformedJsonIsAnInvalidRequest(String body) {
        assertRefused(() -> reader.json(post("/", body)), ErrorKind.INVALID_REQUEST);
    }

    @Test
    void bodyOverTheLimitIsTooLarge() {
        assertRefused(
                () -> reader.json(post("/", "{\"a\":\"" + "x".repeat(1000) + "\"}")), ErrorKind.CONTENT_TOO_LARGE);
    }

    @Test
    void formIsDecoded() throws IOException {
        Members members =
                reader.jsonOrForm(form("/", "a=1%2B1+%3D+2&b=%C3%A4&c=&d&=e&authn_response=%7B%22id%22%3A%22x%22%7D"));

        assertThat(members.required("a")).isEqualTo("1+1 = 2");
        assertThat(members.required("b")).isEqualTo("ä");
        assertThat(members.optional("c")).isEmpty();
        assertThat(members.optional("d")).isEmpty();
        assertThat(members.requiredObject("authn_response").path("id").textValue())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=1&%61=2", "a=1&b=2&a="})
    void fieldThatStandsTwiceIsAnInvalidRequest(String body) {
        assertRefused(() -> reader.jsonOrForm(form("/", body)), ErrorKind.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%-1"})
    void badPercentEncodingIsAnInvalidRequest(String body) {
        assertRefused(() -> reader.jsonOrForm(form("/", body)), ErrorKind.INVALID_REQUEST);
    }

    @Test
    void tooManyFieldsAreAnInvalidRequest() throws IOException {
        StringBuilder form = new StringBuilder("f0=x");
        for (int i = 1; i < 64; i++) {
            form.append("&f").append(i).append("=x");
        }

        assertThat(reader.jsonOrForm(form("/", form.toString())).required("f63"))
                .isEqualTo("x");
        assertRefused(() -> reader.jsonOrForm(form("/", form + "&f0=y")), ErrorKind.INVALID_REQUEST);
    }

    private static void assertRefused(ThrowingCallable reading, ErrorKind kind) {
        assertThatThrownBy(reading)
                .isInstanceOf(ApiException.class)
                .extracting(e -> ((ApiException) e).kind())
                .isEqualTo(kind);
    }
}
