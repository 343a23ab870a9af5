package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.ceremony.Challenge;
import dev.latchkey.json.Json;

/** {@code {"auth_session","authn_params_public_key"}}: how every ceremony begins. */
final class ChallengeReply {
    private ChallengeReply() {}

    static Reply of(int status, Challenge challenge) {
        ObjectNode json = Json.object().put("auth_session", challenge.authSession());
        json.set("authn_params_public_key", challenge.publicKey());
        return Replies.json(status, json);
    }
}
