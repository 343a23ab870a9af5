package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.Account;
import dev.latchkey.ceremony.PasskeyManagement;
import dev.latchkey.config.Client;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.json.Json;
import dev.latchkey.token.AccessToken;
import dev.latchkey.token.Claims;
import dev.latchkey.token.Scopes;
import dev.latchkey.token.Subject;
import dev.latchkey.token.Tokens;

/**
 * {@code GET} or {@code POST /userinfo}: what the scopes of an access token open about its owner (OpenID Connect Core 1.0 §5.3).
 *
 * <p>The token has to be for this endpoint: a resource server rejects tokens whose {@code aud} is not itself (RFC 9068 §4), so that no API
 * can use the tokens that it is sent to learn who people are. And it has to carry {@code openid}, for only that asks for OpenID Connect
 * (OpenID Connect Core 1.0 §3.1.2.1).
 */
final class UserinfoHandler implements Handler {
    private final LatchkeyConfig config;
    private final PasskeyManagement management;
    private final Tokens tokens;

    UserinfoHandler(LatchkeyConfig config, PasskeyManagement management, Tokens tokens) {
        this.config = config;
        this.management = management;
        this.tokens = tokens;
    }

    @Override
    public Reply handle(Call call) {
        String authorization = call.exchange().header("Authorization").orElseThrow(Bearer::missing);
        AccessToken token = Bearer.token(authorization)
                .flatMap(value ->
                        tokens.verify(value, call.domain(), call.domain().userinfoAudience()))
                .orElseThrow(Bearer::invalid);
        Client client = config.client(token.clientId()).orElseThrow(Bearer::invalid);
        call.requireOriginOf(client);
        if (!token.scopes().contains(Scopes.OPENID)) {
            throw Bearer.lacks(Scopes.OPENID);
        }
        Account account = management.account(token.owner()).orElseThrow(Bearer::invalid);
        ObjectNode json = Json.object().put("sub", Subject.of(account.ref()));
        Claims.of(account, token.scopes()).forEach(json::putPOJO);
        return Replies.json(200, json);
    }
}
