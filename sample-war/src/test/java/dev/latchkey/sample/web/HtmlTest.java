package dev.latchkey.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textCannotLeaveTagOrAttribute() {
        assertThat(Html.text("<a href=\"x\" title='y'>&"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }

    @Test
    void nullIsNoText() {
        assertThat(Html.text(null)).isEmpty();
    }

    @Test
    void dayIsWritten() {
        assertThat(Html.day(LocalDate.of(2026, 3, 9))).isEqualTo("9 March 2026");
    }
}
