package dev.latchkey.http;

import static dev.latchkey.http.TestConfig.APP_ORIGIN;
import static dev.latchkey.http.TestConfig.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private final Cors cors = new Cors(TestConfig.config());

    @Test
    void originsOfAllClientsAreAllowed() {
        assertThat(cors.allows(ORIGIN)).isTrue();
        assertThat(cors.allows(APP_ORIGIN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "",
                "https://auth.example.com.evil.example",
                "https://evil-auth.example.com",
                "https://evil.example/https://auth.example.com",
                "http://auth.example.com",
                "https://auth.example.com:443",
                "https://auth.example.com/",
                "HTTPS://AUTH.EXAMPLE.COM",
                "https://auth.example.com https://evil.example",
                "android:apk-key-hash:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
            })
    void anyOtherOriginGetsNothing(String origin) {
        Reply reply = cors.apply(Replies.empty(200), Optional.of(origin));

        assertThat(cors.allows(origin)).isFalse();
        assertThat(reply.headers()).containsOnlyKeys("Vary").containsEntry("Vary", "Origin");
    }

    @Test
    void allowedOriginIsNamedExactly() {
        Reply reply = cors.apply(Replies.empty(200), Optional.of(APP_ORIGIN));

        assertThat(reply.headers())
                .containsEntry("Vary", "Origin")
                .containsEntry("Access-Control-Allow-Origin", APP_ORIGIN);
        assertThat(reply.headers().get("Access-Control-Expose-Headers"))
                .contains("Location", "DPoP-Nonce", "WWW-Authenticate", "Retry-After", "x-ratelimit-");
    }

    @Test
    void answerVariesByOriginEvenWhereThereIsNone() {
        assertThat(cors.apply(Replies.empty(200), Optional.empty()).headers()).containsOnlyKeys("Vary");
    }

    @Test
    void credentialsAreAllowedOnlyToOriginsOfClientsWithSessionLogin() {
        assertThat(cors.apply(Replies.empty(200), Optional.of(ORIGIN)).headers())
                .containsEntry("Access-Control-Allow-Credentials", "true");
        assertThat(cors.apply(Replies.empty(200), Optional.of(APP_ORIGIN)).headers())
                .containsKey("Access-Control-Allow-Origin")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }
}
