package dev.latchkey.testkit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;

/** The shared mappers. */
final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CBORMapper CBOR = new CBORMapper();

    private Json() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    static JsonNode read(Bytes text) {
        try {
            return JSON.readTree(text.toArray());
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    static Bytes write(JsonNode node) {
        return Bytes.utf8(node.toString());
    }

    static JsonNode readCbor(Bytes encoded) throws IOException {
        return CBOR.readTree(encoded.toArray());
    }

    /** The length in bytes of the first CBOR item; what follows it does not matter. */
    static int lengthOfFirstCborItem(Bytes encoded) throws IOException {
        try (JsonParser parser = CBOR.getFactory().createParser(encoded.toArray())) {
            parser.nextToken();
            parser.skipChildren();
            parser.finishToken();
            return (int) parser.currentLocation().getByteOffset();
        }
    }
}
