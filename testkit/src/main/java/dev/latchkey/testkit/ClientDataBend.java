package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Bends of the client data (W3C Web Authentication Level 3, section 5.8.1). */
public sealed interface ClientDataBend extends BendAt permits Bend {

    /** Another {@code type} than {@code webauthn.create} or {@code webauthn.get}. */
    default Bend type(String type) {
        return clientDataMember("type", TextNode.valueOf(type));
    }

    /** Another {@code challenge}, as it stands in the JSON: base64url where it should look like one. */
    default Bend challenge(String challenge) {
        return clientDataMember("challenge", TextNode.valueOf(challenge));
    }

    /** Another {@code origin} than the one that asked. */
    default Bend origin(String origin) {
        return clientDataMember("origin", TextNode.valueOf(origin));
    }

    /** Another {@code crossOrigin} than {@code false}. */
    default Bend crossOrigin(boolean crossOrigin) {
        return clientDataMember("crossOrigin", BooleanNode.valueOf(crossOrigin));
    }

    /** A {@code topOrigin}, which honest answers here lack. */
    default Bend topOrigin(String topOrigin) {
        return clientDataMember("topOrigin", TextNode.valueOf(topOrigin));
    }

    /** A {@code tokenBinding} (Level 2) with a status, for example {@code present}. */
    default Bend tokenBinding(String status) {
        return clientDataMember("tokenBinding", Json.object().put("status", status));
    }

    /** A member of any name and JSON type, added or replaced. */
    default Bend clientDataMember(String name, JsonNode value) {
        return at(Stage.CLIENT_DATA, clientData -> clientData.set(name, value));
    }

    /** Leaves a member out. */
    default Bend withoutClientDataMember(String name) {
        return at(Stage.CLIENT_DATA, clientData -> clientData.without(name));
    }

    /** Other bytes in the place of {@code clientDataJSON}, JSON or not. */
    default Bend clientDataJson(Bytes bytes) {
        return at(Stage.CLIENT_DATA_JSON, honest -> bytes);
    }
}
