package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpIdRuleTest {

    @ParameterizedTest
    @CsvSource({
        "auth.example.com, auth.example.com",
        "example.com,      auth.example.com",
        "localhost,        localhost",
        "localhost,        app.localhost",
        "intranet,         intranet",
        "shop.example.co.uk, www.shop.example.co.uk",
    })
    void hostOrParentOfItIsAccepted(String rpId, String host) {
        assertThat(RpIdRule.complaint(rpId, host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "uth.example.com,   auth.example.com, neither the host",
        "example.com,       evil-example.com, neither the host",
        "auth.example.com,  example.com,      neither the host",
        "other.example,     auth.example.com, neither the host",
        "com,               auth.example.com, public suffix",
        "co.uk,             auth.example.co.uk, public suffix",
        "github.io,         somebody.github.io, public suffix",
        "Example.com,       auth.example.com, no host name",
        "https://auth.example.com, auth.example.com, no host name",
        "auth.example.com:8443, auth.example.com, no host name",
        "127.0.0.1,         127.0.0.1, IP address",
        "0.0.1,             127.0.0.1, IP address",
        "::1,               localhost, IP address"
    })
    void anythingElseIsRefused(String rpId, String host, String remedy) {
        assertThat(RpIdRule.complaint(rpId, host)).get().asString().contains(remedy);
    }

    @Test
    void registrableDomainStartsWithAWarning() {
        LatchkeyConfig config = with("latchkey.domains = [{ host = auth.example.com, rp-id = example.com }]");

        assertThat(config.warnings())
                .anyMatch(warning ->
                        warning.startsWith("latchkey.domains.0.rp-id = \"example.com\": is the registrable"));
    }

    @Test
    void narrowerDomainAndLocalhostStartWithoutWarning() {
        assertThat(with("latchkey.keys.secret = 0123456789abcdef0123456789abcdef")
                        .warnings())
                .isEmpty();
        assertThat(RpIdRule.isRegistrable("localhost")).isFalse();
    }
}
