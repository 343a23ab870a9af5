package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.faultsWith;
import static dev.latchkey.config.ConfigTexts.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C WebAuthn Level 3 §5.11, "Using Web Authentication across related origins". */
class RelatedOriginRuleTest {

    @Test
    void relatedOriginMayBeAnAllowedOrigin() {
        LatchkeyConfig config = with(domains("https://www.example.net")
                + "latchkey.clients.web.allowed-origins = [\"https://www.example.net\"]");
        Domain domain = config.domains().get(0);

        assertThat(config.client("web").orElseThrow().allowedOrigins()).containsExactly("https://www.example.net");
        assertThat(domain.mayUsePasskeys("https://www.example.net")).isTrue();
        assertThat(domain.mayUsePasskeys("https://shop.auth.example.com")).isTrue();
        assertThat(domain.mayUsePasskeys("https://sub.www.example.net")).isFalse();
        assertThat(domain.mayUsePasskeys("https://www.example.net:8443")).isFalse();
    }

    @Test
    void originRelatedToOneRpIdIsNotRelatedToAnother() {
        LatchkeyConfig config = with("latchkey.domains = [{ host = auth.example.com, related-origins ="
                + " [\"https://www.example.net\"] }, { host = id.example.org }]");

        assertThat(config.domains())
                .extracting(domain -> domain.mayUsePasskeys("https://www.example.net"))
                .containsExactly(true, false);
    }

    @Test
    void domainsOfOneRpIdShareTheirs() {
        LatchkeyConfig config = with("""
                latchkey.domains = [
                  { host = auth.example.com, related-origins = ["https://www.example.net"] }
                  { host = shop.auth.example.com, rp-id = auth.example.com, related-origins = ["https://example.org"] }
                ]
                """);

        assertThat(config.domains()).extracting(Domain::relatedOrigins).allSatisfy(origins -> assertThat(origins)
                .containsExactly("https://www.example.net", "https://example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.example.net/", "http://www.example.net", "*", "https://co.uk", "https://localhost:1"
            })
    void originThatBrowsersPassOverIsAFault(String origin) {
        assertThat(faultsWith(domains(origin)))
                .singleElement()
                .asString()
                .startsWith("latchkey.domains.0.related-origins = \"" + origin + "\": ");
    }

    /** Browsers count registrable origin labels: whatever the public suffix, and however many hosts below. */
    @ParameterizedTest
    @CsvSource({
        "https://example.net, example",
        "https://www.example.co.uk:8443, example",
        "https://shop.example, shop",
        "https://www.shop.example, shop"
    })
    void labelIsThatOfTheRegistrableDomain(String origin, String label) {
        assertThat(RelatedOriginRule.label(origin)).hasValue(label);
    }

    @Test
    void sixthLabelIsWarnedOf() {
        String five = "https://a.com\", \"https://b.com\", \"https://c.com\", \"https://d.com\", \"https://e.com";

        assertThat(warnings(five + "\", \"https://www.e.com\", \"https://e.co.uk"))
                .isEmpty();
        assertThat(warnings(five + "\", \"https://f.com"))
                .singleElement()
                .asString()
                .contains("has 6 registrable names [a, b, c, d, e, f]");
    }

    @Test
    void rpIdThatNoDomainAnswersForIsWarnedOf() {
        LatchkeyConfig config = with("latchkey.domains = [{ host = shop.auth.example.com, rp-id = auth.example.com,"
                + " related-origins = [\"https://www.example.net\"] }]");

        assertThat(config.warnings())
                .anyMatch(warning -> warning.contains("https://auth.example.com/.well-known/webauthn"));
    }

    private static List<String> warnings(String origins) {
        return with(domains(origins)).warnings().stream()
                .filter(warning -> warning.contains("related-origins"))
                .toList();
    }

    private static String domains(String origins) {
        return "latchkey.domains = [{ host = auth.example.com, related-origins = [\"" + origins + "\"] }]\n";
    }
}
