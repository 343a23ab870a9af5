package dev.latchkey.token;

import dev.latchkey.account.AccountRef;
import java.time.Instant;
import java.util.List;

/**
 * An access token of ours that was verified.
 *
 * @param owner the account
 * @param clientId who got it
 * @param scopes granted
 * @param authenticatedAt when the person signed in
 */
public record AccessToken(AccountRef owner, String clientId, List<String> scopes, Instant authenticatedAt) {

    public AccessToken {
        scopes = List.copyOf(scopes);
    }
}
