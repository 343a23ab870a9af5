package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Bends of the finished answer (section 5.1.8 in JSON, {@code PublicKeyCredential.toJSON()}). */
public sealed interface AnswerBend extends BendAt permits Bend {

    /** Another credential in {@code id} and {@code rawId}, for example an unknown one. */
    default Bend id(Bytes id) {
        return json(answer -> answer.put("id", id.base64Url())).rawId(id);
    }

    /** Another {@code rawId} than {@code id}. */
    default Bend rawId(Bytes rawId) {
        return json(answer -> answer.put("rawId", rawId.base64Url()));
    }

    /** Another {@code type} than {@code public-key}. */
    default Bend credentialType(String type) {
        return json(answer -> answer.put("type", type));
    }

    /** Another {@code userHandle}, for example a foreign or an empty one. */
    default Bend userHandle(Bytes userHandle) {
        return response(response -> response.put("userHandle", userHandle.base64Url()));
    }

    /** Leaves the {@code userHandle} out. */
    default Bend withoutUserHandle() {
        return response(response -> response.without("userHandle"));
    }

    /** Any change of the answer's {@code response} object. */
    default Bend response(UnaryOperator<ObjectNode> change) {
        return json(answer -> answer.set("response", change.apply(answer.withObject("/response"))));
    }

    /** Any change of the whole answer. */
    default Bend json(UnaryOperator<ObjectNode> change) {
        return at(Stage.ANSWER, change);
    }
}
