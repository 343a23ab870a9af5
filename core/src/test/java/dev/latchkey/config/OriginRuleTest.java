package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.faultsWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://www.example.com:8443",
                "https://example.com:80",
                "http://localhost",
                "http://localhost:3000",
                "http://localhost:443",
                "https://localhost:8443",
                "http://app.localhost:3000",
                "http://127.0.0.1:8080",
                "http://[::1]:8080"
            })
    void exactOriginIsAccepted(String origin) {
        assertThat(OriginRule.complaint(origin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "https://*.example.com",
                "https://*",
                "https://example.com/",
                "https://example.com/app",
                "https://example.com?x",
                "https://example.com#x",
                "https://user@example.com",
                "https://Example.com",
                "HTTPS://example.com",
                "https://example.com:443",
                "https://example.com:08443",
                "https://example.com:",
                "https://example.com:99999",
                "https://example.com.",
                "https://example.0",
                "https://shop.0x1f",
                "http://localhost:80",
                "http://example.com",
                "http://localhost.example.com",
                "http://evillocalhost",
                "http://127.0.0.2",
                "http://127.0.0.1.example.com",
                "https://10.0.0.1",
                "https://[::2]",
                "example.com",
                "//example.com",
                "ftp://example.com",
                "android:apk-key-hash:AAAA",
                "https://example.com https://example.org",
                "https://bücher.example"
            })
    void anyOtherOriginIsRefused(String origin) {
        assertThat(OriginRule.complaint(origin)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://auth.example.com",
                "https://auth.example.com:8443",
                "https://shop.auth.example.com",
            })
    void originAtOrBelowAnRpIdIsAccepted(String origin) {
        assertThat(ConfigTexts.with("latchkey.clients.web.allowed-origins = [\"" + origin + "\"]")
                        .client("web"))
                .get()
                .extracting(Client::allowedOrigins)
                .asString()
                .contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://evil-auth.example.com",
                "https://www.example.org",
                "http://127.0.0.1"
            })
    void originThatNoRpIdServesIsRefused(String origin) {
        assertThat(faultsWith("latchkey.clients.web.allowed-origins = [\"" + origin + "\"]"))
                .singleElement()
                .asString()
                .startsWith("latchkey.clients.web.allowed-origins = \"" + origin
                        + "\": is at or below the rp-id of no domain");
    }

    @Test
    void topOriginsAreExactAndNeedCrossOrigin() {
        assertThat(faultsWith("latchkey.ceremony.top-origins = [\"https://shop.example/\"]"))
                .hasSize(2)
                .allMatch(fault -> fault.startsWith("latchkey.ceremony.top-origins"));
        assertThat(ConfigTexts.with(
                                "latchkey.ceremony { cross-origin = true, top-origins = [\"https://shop.example\"] }")
                        .ceremony()
                        .topOrigins())
                .containsExactly("https://shop.example");
    }
}
