package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bends of the answer's own members and of the client data, by the last part of a case's id; the cases of both ceremonies are alike. */
final class FidoAnswerCases {
    private static final Bend HONEST = Bend.none();
    private static final JsonNode NUMBER = IntNode.valueOf(7);
    private static final JsonNode NO_BASE64URL = TextNode.valueOf("not+base64/url=");

    private FidoAnswerCases() {}

    /** {@code Resp-1}: id, type and response, which both ceremonies have. */
    static Map<String, Bend> envelope() {
        Map<String, Bend> bends = new LinkedHashMap<>();
        bends.put("F-1", without("id"));
        bends.put("F-2", with("id", NUMBER));
        bends.put("F-3", with("id", NO_BASE64URL));
        bends.put("F-4", without("type"));
        bends.put("F-5", with("type", NUMBER));
        bends.put("F-6", HONEST.credentialType("private-key"));
        bends.put("F-7", without("response"));
        bends.put("F-8", with("response", TextNode.valueOf("response")));
        bends.put("F-9", withoutInResponse("clientDataJSON"));
        bends.put("F-10", inResponse("clientDataJSON", NUMBER));
        bends.put("F-11", HONEST.clientDataJson(Bytes.copyOf()));
        return bends;
    }

    /** {@code Resp-1} of a registration. */
    static Map<String, Bend> registration() {
        Map<String, Bend> bends = envelope();
        bends.put("F-12", withoutInResponse("attestationObject"));
        bends.put("F-13", inResponse("attestationObject", NUMBER));
        bends.put("F-14", HONEST.attestationObject(Bytes.copyOf()));
        return bends;
    }

    /** {@code Resp-1} of a sign-in. */
    static Map<String, Bend> assertion() {
        Map<String, Bend> bends = envelope();
        bends.put("P-1", HONEST);
        bends.put("F-12", withoutInResponse("authenticatorData"));
        bends.put("F-13", inResponse("authenticatorData", NUMBER));
        bends.put("F-14", inResponse("authenticatorData", NO_BASE64URL));
        bends.put("F-15", HONEST.truncatedTo(0));
        bends.put("F-16", withoutInResponse("signature"));
        bends.put("F-17", inResponse("signature", NUMBER));
        bends.put("F-18", inResponse("signature", NO_BASE64URL));
        bends.put("F-19", HONEST.emptySignature());
        bends.put("F-20", HONEST.flippedSignature());
        bends.put("F-21", inResponse("userHandle", NUMBER));
        return bends;
    }

    /** {@code Resp-2}: the client data. */
    static Map<String, Bend> clientData(String otherType) {
        Map<String, Bend> bends = new LinkedHashMap<>();
        bends.put("F-1", HONEST.withoutClientDataMember("type"));
        bends.put("F-2", HONEST.clientDataMember("type", NUMBER));
        bends.put("F-3", HONEST.type(""));
        bends.put("F-4", HONEST.type("webauthn.other"));
        bends.put("F-5", HONEST.type(otherType));
        bends.put("F-6", HONEST.withoutClientDataMember("challenge"));
        bends.put("F-7", HONEST.clientDataMember("challenge", NUMBER));
        bends.put("F-8", HONEST.challenge(""));
        bends.put("F-9", HONEST.challenge("not+base64/url="));
        bends.put("F-10", HONEST.challenge(Bytes.copyOf(new byte[32]).base64Url()));
        bends.put("F-11", HONEST.withoutClientDataMember("origin"));
        bends.put("F-12", HONEST.clientDataMember("origin", NUMBER));
        bends.put("F-13", HONEST.origin(""));
        bends.put("F-14", HONEST.origin("https://evil.example"));
        bends.put("F-15", HONEST.clientDataMember("tokenBinding", TextNode.valueOf("present")));
        bends.put("F-16", HONEST.clientDataMember("tokenBinding", JsonNodeFactory.instance.objectNode()));
        bends.put("F-17", HONEST.tokenBinding("sometimes"));
        return bends;
    }

    private static Bend with(String member, JsonNode value) {
        return HONEST.json(answer -> answer.set(member, value));
    }

    private static Bend without(String member) {
        return HONEST.json(answer -> answer.without(member));
    }

    private static Bend inResponse(String member, JsonNode value) {
        return HONEST.response(response -> response.set(member, value));
    }

    private static Bend withoutInResponse(String member) {
        return HONEST.response(response -> response.without(member));
    }
}
