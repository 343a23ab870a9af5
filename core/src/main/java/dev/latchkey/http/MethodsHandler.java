package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.Account;
import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.http.MyAccountAccess.Access;
import dev.latchkey.json.Json;
import dev.latchkey.session.Mediation;
import dev.latchkey.token.Scopes;
import dev.latchkey.token.Subject;
import java.io.IOException;
import java.util.Optional;

/** {@code /me/v1/authentication-methods}: {@code GET} lists the caller's passkeys, {@code POST} begins the enrollment of one more. */
final class MethodsHandler implements Handler {
    private static final String TYPE = "passkey";

    private final BodyReader bodies;
    private final MyAccountAccess access;
    private final Askers askers;
    private final Ceremonies ceremonies;
    private final boolean conditionalCreate;

    MethodsHandler(
            BodyReader bodies,
            MyAccountAccess access,
            Askers askers,
            Ceremonies ceremonies,
            boolean conditionalCreate) {
        this.bodies = bodies;
        this.access = access;
        this.askers = askers;
        this.ceremonies = ceremonies;
        this.conditionalCreate = conditionalCreate;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        return call.exchange().method().equals("POST") ? create(call) : list(call);
    }

    private Reply list(Call call) {
        Access caller = access.require(call, Scopes.READ_METHODS);
        ObjectNode json = Json.object();
        ArrayNode methods = json.putArray("authentication_methods");
        if (Query.parameter(call.exchange(), "type").orElse(TYPE).equals(TYPE)) {
            ceremonies
                    .management()
                    .list(caller.account().ref())
                    .forEach(passkey -> methods.add(PasskeyJson.of(passkey)));
        }
        return Replies.json(200, json);
    }

    private Reply create(Call call) throws IOException {
        Access caller = access.requireRecent(call, Scopes.CREATE_METHODS);
        Members body = bodies.json(call.exchange());
        if (!body.required("type").equals(TYPE)) {
            throw ApiException.ofMember("/type", "type must be \"passkey\".");
        }
        requireOwn(body, caller.account());
        var challenge = ceremonies
                .enrollment()
                .begin(
                        askers.of(call, caller.client(), caller.account().ref().realm()),
                        caller.account(),
                        body.flag("use_exclude_credentials"),
                        mediation(body));
        return ChallengeReply.of(202, challenge).with("Location", Locations.method(call, "passkey%7Cnew"));
    }

    /** An extra of ours, {@code "mediation":"conditional"}; absent is the browser's own default. */
    private Mediation mediation(Members body) {
        Mediation mediation = body.optional("mediation")
                .map(name -> Mediation.ofWireName(name)
                        .orElseThrow(() -> ApiException.ofMember(
                                "/mediation", "mediation must be \"optional\" or \"conditional\".")))
                .orElse(Mediation.OPTIONAL);
        if (mediation == Mediation.CONDITIONAL && !conditionalCreate) {
            throw ApiException.ofMember("/mediation", "mediation \"conditional\" is not switched on here.");
        }
        return mediation;
    }

    /** Who is named must be who asks. */
    private static void requireOwn(Members body, Account account) {
        Optional<String> connection = body.optional("connection");
        if (connection.isPresent() && !connection.get().equals(account.ref().realm())) {
            throw ApiException.ofMember("/connection", "connection is not that of the account.");
        }
        requireOwn(body, "identity_user_id", account);
        requireOwn(body, "identity", account);
    }

    private static void requireOwn(Members body, String member, Account account) {
        Optional<String> identity = body.optional(member);
        boolean own = identity.isEmpty()
                || identity.get().equals(account.ref().id())
                || identity.get().equals(Subject.of(account.ref()));
        if (!own) {
            throw ApiException.ofMember("/" + member, member + " is not that of the account.");
        }
    }
}
