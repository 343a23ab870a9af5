package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.token.IssuedTokens;

/** A successful token answer (RFC 6749 §5.1). */
final class TokenReply {
    private TokenReply() {}

    static Reply of(IssuedTokens tokens) {
        ObjectNode json = Json.object().put("access_token", tokens.accessToken());
        tokens.idToken().ifPresent(idToken -> json.put("id_token", idToken));
        tokens.refreshToken().ifPresent(refreshToken -> json.put("refresh_token", refreshToken));
        json.put("token_type", tokens.tokenType());
        json.put("expires_in", tokens.expiresIn().toSeconds());
        json.put("scope", String.join(" ", tokens.scopes()));
        return Replies.json(200, json);
    }
}
