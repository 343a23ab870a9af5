package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OriginRulePropertyTest {

    @Property
    void originOfANameAndAPortIsAcceptedAndWhatIsAddedIsNot(
            @ForAll("hosts") String host,
            @ForAll @IntRange(min = 1, max = 65535) int port,
            @ForAll("added") String added) {
        String origin = "https://" + host + (port == 443 ? "" : ":" + port);

        assertThat(OriginRule.complaint(origin)).isEmpty();
        assertThat(OriginRule.complaint(origin + added)).isPresent();
        assertThat(OriginRule.complaint(" " + origin)).isPresent();
        assertThat(OriginRule.complaint("https://" + host + ":443")).isPresent();
    }

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> label =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(10);
        return label.list().ofMinSize(1).ofMaxSize(3).map(labels -> String.join(".", labels) + ".example");
    }

    @Provide
    Arbitrary<String> added() {
        return Arbitraries.of("/", "?", "#", "/a", " ", "\n", ":", "@", "\\", "é", "*", "\0");
    }
}
