package dev.latchkey.http;

import dev.latchkey.config.Client;
import dev.latchkey.config.DpopPolicy;
import dev.latchkey.dpop.Proof;
import dev.latchkey.dpop.ProofException;
import dev.latchkey.dpop.ProofReader;
import java.util.Optional;

/** The {@code DPoP} header of a request (RFC 9449 §4.1), and {@code DPoP-Nonce} of its reply (§8 and §9). Thread-safe. */
final class Proofs {
    /** What is told of a proof that was used before. */
    static final String USED = "The DPoP proof was used before. Make one for each request.";

    private static final String HEADER = "DPoP";

    private final ProofReader reader;

    Proofs(ProofReader reader) {
        this.reader = reader;
    }

    /** The proof of a token request, by the policy of its client; its use is not recorded yet. */
    Optional<Proof> ofTokenRequest(Call call, Client client) {
        Optional<String> header = call.exchange().header(HEADER).filter(sent -> client.dpop() != DpopPolicy.OFF);
        if (header.isEmpty() && client.dpop() == DpopPolicy.REQUIRED) {
            throw ApiException.of(ErrorKind.INVALID_DPOP_PROOF, "The client needs a DPoP proof.");
        }
        try {
            return header.map(sent -> read(sent, call, Optional.empty()));
        } catch (ProofException e) {
            throw ApiException.of(kind(e), String.valueOf(e.getMessage()));
        }
    }

    /**
     * The proof that came with an access token; its use is not recorded yet.
     *
     * @throws ProofException if it is refused
     */
    Optional<Proof> ofResourceRequest(Call call, String accessToken) {
        return call.exchange().header(HEADER).map(sent -> read(sent, call, Optional.of(accessToken)));
    }

    private Proof read(String header, Call call, Optional<String> accessToken) {
        return reader.read(header, call.exchange().method(), Locations.self(call), accessToken);
    }

    static ErrorKind kind(ProofException refused) {
        return refused.nonceWanted() ? ErrorKind.USE_DPOP_NONCE : ErrorKind.INVALID_DPOP_PROOF;
    }

    /** The reply with a nonce for the next proof, where the request brought a proof and nonces are asked for (RFC 9449 §8.2). */
    Reply withNonce(Reply reply, Endpoint endpoint, Exchange exchange) {
        boolean proves = endpoint.takesProof() && exchange.header(HEADER).isPresent();
        Optional<String> nonce = proves ? reader.freshNonce() : Optional.empty();
        return nonce.map(fresh -> reply.with("DPoP-Nonce", fresh)).orElse(reply);
    }
}
