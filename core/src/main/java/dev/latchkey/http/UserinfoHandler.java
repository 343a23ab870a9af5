package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.Account;
import dev.latchkey.json.Json;
import dev.latchkey.token.Claims;
import dev.latchkey.token.Scopes;
import dev.latchkey.token.Subject;

/**
 * {@code GET} or {@code POST /userinfo}: what the scopes of an access token open about its owner (OpenID Connect Core 1.0 §5.3).
 *
 * <p>The token has to be for this endpoint: a resource server rejects tokens whose {@code aud} is not itself (RFC 9068 §4), so that no API
 * can use the tokens that it is sent to learn who people are. And it has to carry {@code openid}, for only that asks for OpenID Connect
 * (OpenID Connect Core 1.0 §3.1.2.1).
 */
final class UserinfoHandler implements Handler {
    private final TokenAccess access;

    UserinfoHandler(TokenAccess access) {
        this.access = access;
    }

    @Override
    public Reply handle(Call call) {
        TokenAccess.Presented presented = access.present(call, call.domain().userinfoAudience(), Scopes.OPENID);
        Account account = access.account(presented);
        ObjectNode json = Json.object().put("sub", Subject.of(account.ref()));
        Claims.of(account, presented.token().scopes()).forEach(json::putPOJO);
        return Replies.json(200, json);
    }
}
