package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Answer REFUSED = answer(400, "{\"error\":\"invalid_grant\",\"count\":1}");

    @Test
    void expectedStatusAndErrorPass() {
        assertThat(REFUSED.expect(400).expectError(400, "invalid_grant")).isSameAs(REFUSED);
    }

    @Test
    void unexpectedAnswerIsShownWhole() {
        assertThatThrownBy(() -> REFUSED.expect(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 200")
                .hasMessageContaining("invalid_grant");
        assertThatThrownBy(() -> REFUSED.expectError(400, "invalid_request"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("invalid_grant");
        assertThatThrownBy(() -> REFUSED.expectError(401, "invalid_grant")).isInstanceOf(AssertionError.class);
    }

    @Test
    void textIsATextMember() {
        assertThat(REFUSED.text("error")).isEqualTo("invalid_grant");
        assertThatThrownBy(() -> REFUSED.text("count")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> REFUSED.text("absent")).isInstanceOf(AssertionError.class);
        assertThat(REFUSED.has("count")).isTrue();
        assertThat(REFUSED.has("absent")).isFalse();
    }

    @Test
    void headersHaveNoLetterCase() {
        assertThat(REFUSED.header("CACHE-control")).contains("no-store");
        assertThat(REFUSED.header("Vary")).isEmpty();
    }

    @Test
    void bodyNeedNotBeJson() {
        assertThat(answer(204, "").body().isMissingNode()).isTrue();
        assertThat(answer(500, "<html>").body().textValue()).isEqualTo("<html>");
    }

    private static Answer answer(int status, String body) {
        return Answer.of(
                new Transport.Response(status, Map.of("cache-control", List.of("no-store")), Bytes.utf8(body)));
    }
}
