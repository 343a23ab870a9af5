package dev.latchkey.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.LatchkeyConfig;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "Verify that the value of C.origin is an origin expected by the Relying Party" (W3C WebAuthn Level 3 §7.1, step 9). */
class AskerTest {
    private static final String OWN = "https://auth.example.com";
    private static final String RELATED = "https://www.example.net";
    private static final String OTHER = "https://id.example.org";

    private static final LatchkeyConfig CONFIG = LatchkeyConfig.builder()
            .domain("auth.example.com", domain -> domain.relatedOrigins(RELATED))
            .domain("id.example.org")
            .client("web", client -> client.allowedOrigins(OWN, RELATED, OTHER)
                    .ios("ABCDE12345", "com.example.app")
                    .android("com.example.app", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"))
            .build();

    @Test
    void pageThatAskedAnswersIfItMayUseThePasskeysOfTheDomain() {
        assertThat(asker(0).answerOrigins(Optional.of(OWN))).containsExactly(OWN);
        assertThat(asker(0).answerOrigins(Optional.of(RELATED))).containsExactly(RELATED);
        assertThat(asker(0).answerOrigins(Optional.of(OTHER))).isEmpty();
        assertThat(asker(1).answerOrigins(Optional.of(OTHER))).containsExactly(OTHER);
        assertThat(asker(1).answerOrigins(Optional.of(RELATED))).isEmpty();
    }

    @Test
    void appThatAskedAnswersOnWhatMayUseThePasskeysOfTheDomain() {
        String android = "android:apk-key-hash:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

        assertThat(asker(0).answerOrigins(Optional.empty())).containsExactlyInAnyOrder(OWN, RELATED, android);
        assertThat(asker(1).answerOrigins(Optional.empty())).containsExactlyInAnyOrder(OTHER, android);
    }

    private static Asker asker(int domain) {
        return new Asker(
                CONFIG.domains().get(domain),
                CONFIG.client("web"),
                CONFIG.defaultRealm(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
