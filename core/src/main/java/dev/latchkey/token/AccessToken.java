package dev.latchkey.token;

import dev.latchkey.account.AccountRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An access token of ours that was verified.
 *
 * @param owner the account
 * @param clientId who got it
 * @param scopes granted
 * @param authenticatedAt when the person signed in
 * @param keyThumbprint of the key that it is bound to ({@code cnf.jkt}, RFC 9449 §6.1); empty for a bearer token
 */
public record AccessToken(
        AccountRef owner,
        String clientId,
        List<String> scopes,
        Instant authenticatedAt,
        Optional<String> keyThumbprint) {

    public AccessToken {
        scopes = List.copyOf(scopes);
    }
}
