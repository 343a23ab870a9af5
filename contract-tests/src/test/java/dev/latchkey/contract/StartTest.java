package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.LatchkeyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start refuses, and what it and the documentation tell the operator. */
class StartTest {
    private static final Path CONFIGURATION = Path.of("..", "docs", "configuration.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.Example.com",
                "https://www.example.com:443",
                "https://www.example.com/",
                "https://www.example.com/page",
                "http://www.example.com",
                "www.example.com",
                "null",
                "https://*.example.com"
            })
    @DisplayName("§5: validated at start-up (scheme, host in lower case, no default port, no path, no trailing slash")
    void originThatNoBrowserSendsStopsTheStart(String origin) {
        assertThatThrownBy(() -> config(origin))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latchkey.clients.web.allowed-origins")
                .hasMessageContaining("\"" + origin + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.com", "https://www.example.com:8443", "http://localhost:3000"})
    @DisplayName("§5: Allowed origins are exact strings … https, or http for localhost")
    void originAsBrowsersSendItIsAccepted(String origin) {
        assertThat(config(origin).clients().values())
                .allSatisfy(client -> assertThat(client.allowedOrigins()).containsExactly(origin));
    }

    @Test
    @DisplayName("§6: A WAR that is not mounted at the root cannot answer these itself")
    void applicationBelowTheRootIsToldTheProxyLine() throws Exception {
        String line = "rewrite ^/\\.well-known/(";

        try (Deployment deployment = Deployment.start()) {
            assertThat(deployment.latchkey().proxyHint("/shop"))
                    .hasValueSatisfying(hint -> assertThat(hint).contains("/shop", line));
            assertThat(deployment.latchkey().proxyHint("")).isEmpty();
        }
        assertThat(Files.readString(CONFIGURATION)).contains(line);
    }

    @Test
    @DisplayName("§7: Owed in the docs, because integrators ask it first: how to choose an rpId")
    void configurationPageAnswersWhatIntegratorsAskFirst() throws Exception {
        assertThat(Files.readString(CONFIGURATION))
                .containsSubsequence(
                        "## Choosing an rp-id",
                        "a later change strands every passkey",
                        "Take the narrowest name",
                        "Why not simply the registrable domain?",
                        "How passkeys reach a person's other devices",
                        "hybrid transport, CTAP 2.2",
                        "Several brands",
                        "related-origins",
                        "What each platform needs",
                        "| Web |",
                        "webcredentials:",
                        "| Android |",
                        "## Checklist");
    }

    private static LatchkeyConfig config(String origin) {
        return LatchkeyConfig.builder()
                .domain("example.com")
                .domain("localhost")
                .client("web", client -> client.allowedOrigins(origin))
                .build();
    }
}
