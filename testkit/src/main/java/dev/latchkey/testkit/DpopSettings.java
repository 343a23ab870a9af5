package dev.latchkey.testkit;

import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a {@link ContractClient} makes the proofs of its requests.
 *
 * @param base of the server, as the client sees it
 * @param key that is proven
 * @param bend what is wrong with the proofs
 */
record DpopSettings(URI base, DpopKey key, UnaryOperator<DpopProof> bend) {
    private static final String SCHEME = "DPoP ";

    /** The proof of a request, with the {@code ath} of the access token that its headers carry. */
    String header(String method, String path, Map<String, String> headers) {
        String uri = base.toString().replaceAll("/$", "") + path.replaceAll("[?#].*", "");
        DpopProof proof = key.proof(method, uri);
        String authorization = headers.getOrDefault("Authorization", "");
        DpopProof honest =
                authorization.startsWith(SCHEME) ? proof.accessToken(authorization.substring(SCHEME.length())) : proof;
        return bend.apply(honest).serialize();
    }
}
