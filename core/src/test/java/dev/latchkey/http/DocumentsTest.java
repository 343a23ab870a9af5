package dev.latchkey.http;

import static dev.latchkey.http.TestExchange.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import dev.latchkey.TestStorage;
import dev.latchkey.config.LatchkeyConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each well-known document is there when it is configured, at the domain that it is configured for. */
class DocumentsTest {
    private static final Latchkey BARE = latchkey(TestConfig.builder());
    private static final Latchkey FULL = latchkey(TestConfig.builder()
            .domain("id.example.org", domain -> domain.relatedOrigins("https://www.example.net")
                    .enrollUrl("https://www.example.org/passkeys/new")
                    .manageUrl("https://www.example.org/passkeys"))
            .client("mobile", client -> client.ios("ABCDE12345", "com.example.app")
                    .android("com.example.app", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")));

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"APPLE_APP_SITE_ASSOCIATION", "ASSET_LINKS", "RELATED_ORIGINS", "PASSKEY_ENDPOINTS"})
    void documentForWhichNothingIsConfiguredIsLeftToTheApplication(Endpoint document) {
        assertThat(BARE.serves("/app" + document.path(), 4)).isFalse();
        assertThat(BARE.handle(get(document.path())).status()).isEqualTo(404);
        assertThat(FULL.serves("/app" + document.path(), 4)).isTrue();
    }

    /** "A successful response MUST use the 200 OK HTTP status code and return … application/json" (Passkey Endpoints §3.1). */
    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"APPLE_APP_SITE_ASSOCIATION", "ASSET_LINKS", "RELATED_ORIGINS", "PASSKEY_ENDPOINTS"})
    void documentIsCacheableJsonWithoutRedirect(Endpoint document) {
        Reply reply = FULL.handle(get(document.path()).at("id.example.org", true, ""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Cache-Control", "public, max-age=300")
                .doesNotContainKey("Location");
    }

    @Test
    void relatedOriginsAndPagesAreThoseOfTheDomain() {
        assertThat(text("/.well-known/webauthn")).isEqualTo("{\"origins\":[\"https://www.example.net\"]}");
        assertThat(text("/.well-known/passkey-endpoints"))
                .isEqualTo("{\"enroll\":\"https://www.example.org/passkeys/new\","
                        + "\"manage\":\"https://www.example.org/passkeys\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/webauthn", "/.well-known/passkey-endpoints"})
    void domainWithoutItHasNoneWhereAnotherHas(String path) {
        assertThat(FULL.handle(get(path)).status()).isEqualTo(404);
    }

    @Test
    void pageThatIsNotConfiguredHasNoMember() {
        Latchkey latchkey = latchkey(TestConfig.builder()
                .domain("id.example.org", domain -> domain.manageUrl("https://www.example.org/passkeys")));
        Reply reply = latchkey.handle(get("/.well-known/passkey-endpoints").at("id.example.org", true, ""));

        assertThat(new String(reply.body().toArray(), UTF_8))
                .isEqualTo("{\"manage\":\"https://www.example.org/passkeys\"}");
    }

    @Test
    void proxyIsToldTheDocumentsThatAreLive() {
        assertThat(BARE.proxyHint("/shop")).hasValueSatisfying(hint -> assertThat(hint)
                .contains("mounted at /shop")
                .endsWith("rewrite ^/\\.well-known/(jwks\\.json|openid-configuration)$ /shop/.well-known/$1 last;"));
        assertThat(FULL.proxyHint("/shop")).hasValueSatisfying(hint -> assertThat(hint)
                .contains("|apple-app-site-association|assetlinks\\.json|webauthn|passkey-endpoints)$"));
        assertThat(FULL.proxyHint("")).isEmpty();
    }

    private static String text(String path) {
        Reply reply = FULL.handle(get(path).at("id.example.org", true, ""));
        return new String(reply.body().toArray(), UTF_8);
    }

    private static Latchkey latchkey(LatchkeyConfigBuilder config) {
        return Latchkey.builder(config.build(), TestStorage.unreachable()).build();
    }
}
