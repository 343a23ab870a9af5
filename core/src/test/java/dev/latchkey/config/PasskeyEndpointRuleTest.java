package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.faultsWith;
import static dev.latchkey.config.ConfigTexts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyEndpointRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.com/account",
                "https://example.com",
                "https://example.com:8443/account?tab=passkeys#new",
                "http://localhost:8080/account"
            })
    void wholeUrlIsAccepted(String url) {
        assertThat(with(enroll(url)).domains().get(0).passkeyEndpoints().enroll())
                .hasValue(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "www.example.com/account",
                "http://www.example.com/account",
                "javascript:alert(1)",
                "https:///account",
                "https://www.example.com/a b"
            })
    void anythingElseIsRefused(String url) {
        assertThat(faultsWith(enroll(url)))
                .singleElement()
                .asString()
                .startsWith("latchkey.domains.0.passkey-endpoints.enroll = \"" + url + "\": needs the whole https URL");
    }

    private static String enroll(String url) {
        return "latchkey.domains = [{ host = auth.example.com, passkey-endpoints.enroll = \"" + url + "\" }]";
    }
}
