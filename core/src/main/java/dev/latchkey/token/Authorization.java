package dev.latchkey.token;

import dev.latchkey.account.Account;
import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who may have tokens, for what, and by which sign-in.
 *
 * @param domain whose issuer signs
 * @param client who asks
 * @param account for whom
 * @param sessionId the {@code sid} of the sign-in
 * @param authenticatedAt when the person signed in
 * @param organization the {@code org_id} of the sign-in
 * @param audience of the access token
 * @param scopes granted, in the order asked for
 * @param keyThumbprint of the key that the access token is bound to (RFC 9449 §6); empty for a bearer token
 */
public record Authorization(
        Domain domain,
        Client client,
        Account account,
        String sessionId,
        Instant authenticatedAt,
        Optional<String> organization,
        String audience,
        List<String> scopes,
        Optional<String> keyThumbprint) {

    public Authorization {
        scopes = List.copyOf(scopes);
    }

    /** Whether the scope was granted. */
    public boolean has(String scope) {
        return scopes.contains(scope);
    }
}
