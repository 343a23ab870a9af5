package dev.latchkey.http;

import dev.latchkey.account.Account;
import dev.latchkey.ceremony.Asker;
import dev.latchkey.ceremony.PasskeyManagement;
import dev.latchkey.http.MyAccountAccess.Access;
import dev.latchkey.token.Scopes;
import java.io.IOException;

/** {@code /me/v1/authentication-methods/{id}}: one passkey of the caller's, to look at, rename or remove. */
final class MethodHandler implements Handler {
    private static final int MAX_NAME_CHARS = 100;

    private final BodyReader bodies;
    private final MyAccountAccess access;
    private final Askers askers;
    private final PasskeyManagement management;

    MethodHandler(BodyReader bodies, MyAccountAccess access, Askers askers, PasskeyManagement management) {
        this.bodies = bodies;
        this.access = access;
        this.askers = askers;
        this.management = management;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        String id = PasskeyJson.passkeyId(RoutingTable.methodId(call.exchange().path()));
        call.attempt().with(id);
        return switch (call.exchange().method()) {
            case "PATCH" -> rename(call, id);
            case "DELETE" -> remove(call, id);
            default -> get(call, id);
        };
    }

    private Reply get(Call call, String id) {
        Account owner = access.require(call, Scopes.READ_METHODS).account();
        return Replies.json(200, PasskeyJson.of(management.get(owner.ref(), id)));
    }

    private Reply rename(Call call, String id) throws IOException {
        Access caller = access.require(call, Scopes.UPDATE_METHODS);
        String name = bodies.json(call.exchange()).required("name").strip();
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS || name.chars().anyMatch(Character::isISOControl)) {
            throw ApiException.ofMember(
                    "/name",
                    "name must have 1 to " + MAX_NAME_CHARS + " characters, none of them a control character.");
        }
        return Replies.json(
                200,
                PasskeyJson.of(
                        management.rename(asker(call, caller), caller.account().ref(), id, name)));
    }

    private Reply remove(Call call, String id) {
        Access caller = access.requireRecent(call, Scopes.DELETE_METHODS);
        management.remove(asker(call, caller), caller.account(), id);
        return Replies.empty(204);
    }

    private Asker asker(Call call, Access caller) {
        return askers.of(call, caller.client(), caller.account().ref().realm());
    }
}
