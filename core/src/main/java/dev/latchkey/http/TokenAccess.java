package dev.latchkey.http;

import dev.latchkey.account.Account;
import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.ceremony.PasskeyManagement;
import dev.latchkey.config.Client;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.Proof;
import dev.latchkey.dpop.ProofException;
import dev.latchkey.event.Refusal;
import dev.latchkey.token.AccessToken;
import dev.latchkey.token.Tokens;
import java.util.Optional;

/**
 * Access by an access token: of its bearer (RFC 6750), or of who proves to have the key that it is bound to (RFC 9449 §7). The token says
 * which of the two it is, and the request has to say the same. Thread-safe.
 */
final class TokenAccess {
    private final LatchkeyConfig config;
    private final PasskeyManagement management;
    private final Tokens tokens;
    private final Proofs proofs;
    private final Challenges challenges;

    TokenAccess(LatchkeyConfig config, PasskeyManagement management, Tokens tokens, Proofs proofs) {
        this.config = config;
        this.management = management;
        this.tokens = tokens;
        this.proofs = proofs;
        this.challenges = new Challenges(config.bindsTokens());
    }

    /**
     * A token that opens the resource.
     *
     * @param token what it says
     * @param client that it was issued to
     * @param scheme by which it came
     * @param proof that it came with, not yet recorded as used
     */
    record Presented(AccessToken token, Client client, AccessScheme scheme, Optional<Proof> proof) {}

    Challenges challenges() {
        return challenges;
    }

    /**
     * The token in the request's {@code Authorization} header.
     *
     * @param audience that it has to be for
     * @param scope that it has to carry
     */
    Presented present(Call call, String audience, String scope) {
        String authorization = call.exchange().header("Authorization").orElseThrow(challenges::missing);
        AccessScheme scheme = AccessScheme.of(authorization);
        String value = scheme.credentials(authorization).orElseThrow(() -> challenges.invalid(scheme));
        AccessToken token = tokens.verify(value, call.domain(), audience).orElseThrow(() -> challenges.invalid(scheme));
        call.attempt().of(token.owner());
        Optional<Proof> proof = proof(call, scheme, value, token);
        Client client = config.client(token.clientId()).orElseThrow(() -> challenges.invalid(scheme));
        call.attempt().by(client);
        call.requireOriginOf(client);
        if (!token.scopes().contains(scope)) {
            throw challenges.lacks(scheme, scope);
        }
        return new Presented(token, client, scheme, proof);
    }

    /** The account of the token, looked up in the transaction that records the proof's use. */
    Account account(Presented presented) {
        try {
            return management
                    .account(presented.token(), presented.proof())
                    .orElseThrow(() -> challenges.invalid(presented.scheme()));
        } catch (CeremonyException e) {
            throw e.refusal() == Refusal.PROOF
                    ? challenges
                            .proof(ErrorKind.INVALID_DPOP_PROOF, Proofs.USED)
                            .because(e.refusal(), String.valueOf(e.getMessage()))
                    : e;
        }
    }

    private Optional<Proof> proof(Call call, AccessScheme scheme, String value, AccessToken token) {
        if (token.keyThumbprint().isPresent() != (scheme == AccessScheme.DPOP)) {
            throw challenges.invalid(
                    scheme,
                    token.keyThumbprint().isPresent()
                            ? "The access token is bound to a key. Send it by the scheme DPoP, with a proof."
                            : "The access token is bound to no key. Send it by the scheme Bearer.");
        }
        if (scheme == AccessScheme.BEARER) {
            return Optional.empty();
        }
        Proof proof = proof(call, value);
        if (!token.keyThumbprint().equals(Optional.of(proof.thumbprint()))) {
            throw challenges.invalid(scheme, "The access token is bound to another key than that of the DPoP proof.");
        }
        return Optional.of(proof);
    }

    private Proof proof(Call call, String accessToken) {
        try {
            return proofs.ofResourceRequest(call, accessToken)
                    .orElseThrow(() -> challenges.proof(
                            ErrorKind.INVALID_DPOP_PROOF, "The access token is bound to a key. Send a DPoP proof."));
        } catch (ProofException e) {
            throw challenges.proof(e);
        }
    }
}
