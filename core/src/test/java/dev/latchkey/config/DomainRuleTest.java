package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.faultsWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"auth.example.com", "localhost", "localhost:8443", "app.localhost", "xn--bcher-kva.example"})
    void hostAsBrowsersNameItIsAccepted(String host) {
        assertThat(DomainRule.hostComplaint(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auth.example.com",
                "auth.example.com.",
                "https://auth.example.com",
                "auth.example.com/",
                "auth.example.com:443",
                "auth.example.com:0",
                "auth.example.com:70000",
                "auth_1.example.com",
                "-auth.example.com",
                "bücher.example",
                "*.example.com",
                "127.0.0.1",
                "[::1]:8443",
                "auth..example.com"
            })
    void anyOtherHostIsRefused(String host) {
        assertThat(DomainRule.hostComplaint(host)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "auth.example.com, https://auth.example.com/",
        "auth.example.com, https://auth.example.com:8443/",
        "localhost:8443,   https://localhost:8443/"
    })
    void issuerOfTheHostIsAccepted(String host, String issuer) {
        assertThat(DomainRule.issuerComplaint(new Domain(host, issuer, host, host)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "auth.example.com, https://auth.example.com",
        "auth.example.com, http://auth.example.com/",
        "auth.example.com, https://auth.example.com:443/",
        "auth.example.com, https://auth.example.com/tenant/",
        "auth.example.com, https://auth.example.com//",
        "auth.example.com, https://auth.example.com.evil.example/",
        "auth.example.com, https://AUTH.example.com/",
        "auth.example.com, https://example.com/",
        "auth.example.com, https://auth.example.com:/",
        "localhost:8443,   https://localhost/",
        "localhost:8443,   https://localhost:9443/"
    })
    void anyOtherIssuerIsRefused(String host, String issuer) {
        assertThat(DomainRule.issuerComplaint(new Domain(host, issuer, host, host)))
                .isPresent();
    }

    @Test
    void hostListedTwiceIsRefused() {
        assertThat(faultsWith("latchkey.domains = [{ host = auth.example.com }, { host = auth.example.com }]"))
                .containsExactly("latchkey.domains.1.host = \"auth.example.com\": is listed twice: keep one");
    }

    @Test
    void sameHostOnTwoPortsIsAccepted() {
        LatchkeyConfig config = ConfigTexts.READER.parse("""
                latchkey.domains = [{ host = "localhost:8443" }, { host = "localhost:9443" }]
                latchkey.clients.web.allowed-origins = ["https://localhost:8443"]
                """);

        assertThat(config.domains()).extracting(Domain::rpId).containsExactly("localhost", "localhost");
        assertThat(config.domains())
                .extracting(Domain::issuer)
                .containsExactly("https://localhost:8443/", "https://localhost:9443/");
    }

    @Test
    void nameThatNoAuthenticatorKeepsIsRefused() {
        assertThat(faultsWith("latchkey.domains = [{ host = auth.example.com, rp-name = " + "x".repeat(65) + " }]"))
                .singleElement()
                .asString()
                .contains("latchkey.domains.0.rp-name");
    }
}
