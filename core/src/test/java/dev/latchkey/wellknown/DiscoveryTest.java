package dev.latchkey.wellknown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.config.Domain;
import dev.latchkey.config.Grant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final Domain DOMAIN =
            new Domain("auth.example.com", "https://auth.example.com/", "auth.example.com", "Example");

    @Test
    void whatThereIsIsNamed() {
        JsonNode json = Discovery.of(
                DOMAIN,
                new Discovery.Offer(
                        true, true, List.of(Grant.values()), List.of("openid", "profile"), List.of("ES256")));

        assertThat(json.path("issuer").asText()).isEqualTo("https://auth.example.com/");
        assertThat(json.path("token_endpoint").asText()).isEqualTo("https://auth.example.com/oauth/token");
        assertThat(json.path("userinfo_endpoint").asText()).isEqualTo("https://auth.example.com/userinfo");
        assertThat(json.path("revocation_endpoint").asText()).isEqualTo("https://auth.example.com/oauth/revoke");
        assertThat(json.path("jwks_uri").asText()).isEqualTo("https://auth.example.com/.well-known/jwks.json");
        assertThat(json.path("grant_types_supported").toString())
                .isEqualTo("[\"urn:okta:params:oauth:grant-type:webauthn\",\"refresh_token\"]");
        assertThat(json.path("scopes_supported").toString()).isEqualTo("[\"openid\",\"profile\"]");
        assertThat(json.path("dpop_signing_alg_values_supported").toString()).isEqualTo("[\"ES256\"]");
        assertThat(json.has("authorization_endpoint")).isFalse();
    }

    /** "If omitted, the default is client_secret_basic" (RFC 8414 §2), so what else is understood has to be said. */
    @Test
    void revocationAuthenticatesAsTheTokenEndpointDoes() {
        JsonNode json =
                Discovery.of(DOMAIN, new Discovery.Offer(true, true, List.of(Grant.values()), List.of(), List.of()));

        assertThat(json.path("revocation_endpoint_auth_methods_supported"))
                .isEqualTo(json.path("token_endpoint_auth_methods_supported"))
                .hasSize(3);
    }

    @Test
    void whatThereIsNotIsNotNamed() {
        JsonNode passkeysOnly = Discovery.of(
                DOMAIN, new Discovery.Offer(true, false, List.of(Grant.PASSKEY), List.of("openid"), List.of()));
        JsonNode noTokens =
                Discovery.of(DOMAIN, new Discovery.Offer(false, false, List.of(), List.of(), List.of("ES256")));

        assertThat(passkeysOnly.path("grant_types_supported")).hasSize(1);
        assertThat(passkeysOnly.has("revocation_endpoint")).isFalse();
        assertThat(passkeysOnly.has("revocation_endpoint_auth_methods_supported"))
                .isFalse();
        assertThat(passkeysOnly.has("dpop_signing_alg_values_supported")).isFalse();
        assertThat(noTokens.has("dpop_signing_alg_values_supported")).isFalse();
        assertThat(noTokens.has("token_endpoint")).isFalse();
        assertThat(noTokens.has("userinfo_endpoint")).isFalse();
    }
}
