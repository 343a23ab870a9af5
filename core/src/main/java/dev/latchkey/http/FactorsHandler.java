package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.token.Scopes;

/** {@code GET /me/v1/factors}: what an account can enroll. */
final class FactorsHandler implements Handler {
    private final MyAccountAccess access;

    FactorsHandler(MyAccountAccess access) {
        this.access = access;
    }

    @Override
    public Reply handle(Call call) {
        access.require(call, Scopes.READ_FACTORS);
        ObjectNode json = Json.object();
        json.putArray("factors")
                .addObject()
                .put("type", "passkey")
                .putArray("usage")
                .add("primary");
        return Replies.json(200, json);
    }
}
