package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.Domain;
import dev.latchkey.config.Grant;
import dev.latchkey.config.SigningAlgorithm;
import dev.latchkey.json.Json;
import java.util.List;

/**
 * {@code /.well-known/openid-configuration} (OpenID Connect Discovery 1.0 §3). There is no authorization endpoint, so none is named.
 */
public final class Discovery {
    private static final List<String> CLIENT_AUTHENTICATION =
            List.of("client_secret_post", "client_secret_basic", "none");

    private Discovery() {}

    /**
     * What a deployment has to offer.
     *
     * @param tokens whether tokens are issued, so that there are a token and a userinfo endpoint
     * @param revocation whether there is a revocation endpoint
     * @param grants every grant that some client has
     * @param scopes every scope that some client may be granted
     * @param proofAlgorithms what proofs of possession may be signed with (RFC 9449 §5.1); none where no client's tokens are bound
     */
    public record Offer(
            boolean tokens, boolean revocation, List<Grant> grants, List<String> scopes, List<String> proofAlgorithms) {

        public Offer {
            grants = List.copyOf(grants);
            scopes = List.copyOf(scopes);
            proofAlgorithms = List.copyOf(proofAlgorithms);
        }
    }

    /** The document of a domain, where clients find the endpoints below that path of its host. */
    public static ObjectNode of(Domain domain, String basePath, Offer offer) {
        ObjectNode json = Json.object();
        json.put("issuer", domain.issuer());
        if (offer.tokens()) {
            json.put("token_endpoint", domain.endpoint(basePath, "/oauth/token"));
            json.put("userinfo_endpoint", domain.endpoint(basePath, "/userinfo"));
        }
        json.put("jwks_uri", domain.endpoint(basePath, "/.well-known/jwks.json"));
        strings(
                json,
                "grant_types_supported",
                offer.grants().stream().map(Grant::wireName).toList());
        strings(json, "scopes_supported", offer.scopes());
        strings(json, "response_types_supported", List.of());
        strings(json, "subject_types_supported", List.of("public"));
        strings(json, "id_token_signing_alg_values_supported", List.of(SigningAlgorithm.RS256.jwsName()));
        strings(json, "token_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        if (offer.tokens() && !offer.proofAlgorithms().isEmpty()) {
            strings(json, "dpop_signing_alg_values_supported", offer.proofAlgorithms());
        }
        if (offer.revocation()) {
            json.put("revocation_endpoint", domain.endpoint(basePath, "/oauth/revoke"));
            strings(json, "revocation_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION);
        }
        return json;
    }

    private static void strings(ObjectNode json, String member, List<String> values) {
        values.forEach(json.putArray(member)::add);
    }
}
