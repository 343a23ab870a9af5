package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.Domain;
import dev.latchkey.config.Grant;
import dev.latchkey.json.Json;
import dev.latchkey.keys.SigningAlgorithm;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /.well-known/openid-configuration} (OpenID Connect Discovery 1.0 §3). There is no authorization endpoint, so none is named.
 */
public final class Discovery {
    private Discovery() {}

    /**
     * The document of a domain.
     *
     * @param scopes every scope that some client may be granted
     */
    public static ObjectNode of(Domain domain, List<String> scopes) {
        ObjectNode json = Json.object();
        json.put("issuer", domain.issuer());
        json.put("token_endpoint", domain.issuer() + "oauth/token");
        json.put("jwks_uri", domain.issuer() + ".well-known/jwks.json");
        List<String> grants = new ArrayList<>();
        for (Grant grant : Grant.values()) {
            grants.add(grant.wireName());
        }
        strings(json, "grant_types_supported", grants);
        strings(json, "scopes_supported", scopes);
        strings(json, "response_types_supported", List.of());
        strings(json, "subject_types_supported", List.of("public"));
        strings(json, "id_token_signing_alg_values_supported", List.of(SigningAlgorithm.RS256.name()));
        strings(
                json,
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "client_secret_basic", "none"));
        return json;
    }

    private static void strings(ObjectNode json, String member, List<String> values) {
        values.forEach(json.putArray(member)::add);
    }
}
