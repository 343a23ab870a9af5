package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives the challenges of the contract, accepts everything, and remembers what was asked. */
final class RecordingTransport implements Transport {

    final List<Request> requests = new ArrayList<>();

    @Override
    public Response send(Request request) {
        requests.add(request);
        return switch (request.path()) {
            case "/passkey/register" -> json(200, challenge(TestOptions.creation()));
            case "/passkey/challenge" -> json(200, challenge(TestOptions.request()));
            case "/me/v1/authentication-methods" -> json(202, challenge(TestOptions.creation()));
            case "/me/v1/authentication-methods/passkey%7Cnew/verify" ->
                json(201, Json.object().put("id", "passkey|dev_1"));
            default -> json(200, Json.object().put("access_token", "at"));
        };
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    JsonNode lastBody() {
        return Json.read(last().body());
    }

    private static Response json(int status, ObjectNode body) {
        return new Response(status, Map.of("Content-Type", List.of("application/json")), Json.write(body));
    }

    private static ObjectNode challenge(ObjectNode options) {
        ObjectNode body = Json.object().put("auth_session", "sealed");
        body.set("authn_params_public_key", options);
        return body;
    }
}
