package dev.latchkey.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The members of a request body, and a clear word on each that is missing or of the wrong type. */
final class Members {
    private static final int MAX_METADATA = 10;
    private static final int MAX_METADATA_NAME_CHARS = 100;
    private static final int MAX_METADATA_VALUE_CHARS = 500;
    private static final int MAX_METADATA_BYTES = 8000;

    private final ObjectNode json;

    Members(ObjectNode json) {
        this.json = json;
    }

    String required(String member) {
        return optional(member).orElseThrow(() -> ApiException.ofMember("/" + member, member + " is missing."));
    }

    /** A string; an empty one counts as absent. */
    Optional<String> optional(String member) {
        JsonNode node = json.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw ApiException.ofMember("/" + member, member + " must be a string.");
        }
        return Optional.of(node.textValue()).filter(text -> !text.isEmpty());
    }

    boolean flag(String member) {
        JsonNode node = json.path(member);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            throw ApiException.ofMember("/" + member, member + " must be a boolean.");
        }
        return node.booleanValue();
    }

    ObjectNode requiredObject(String member) {
        return object(member).orElseThrow(() -> ApiException.ofMember("/" + member, member + " is missing."));
    }

    /** An object, or the text of one: forms carry objects so. */
    Optional<ObjectNode> object(String member) {
        JsonNode node = json.path(member);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Optional<ObjectNode> object = node.isTextual()
                ? Json.parseObject(node.textValue())
                : Optional.of(node).filter(JsonNode::isObject).map(ObjectNode.class::cast);
        return Optional.of(
                object.orElseThrow(() -> ApiException.ofMember("/" + member, member + " must be an object.")));
    }

    /** {@code user_metadata}: at most ten string members. */
    Map<String, String> metadata(String member) {
        Map<String, String> metadata = new LinkedHashMap<>();
        object(member).ifPresent(object -> object.properties().forEach(field -> {
            String pointer = "/" + member + "/" + field.getKey();
            if (!field.getValue().isTextual()) {
                throw ApiException.ofMember(pointer, member + " may hold strings only.");
            }
            String value = field.getValue().textValue();
            if (field.getKey().length() > MAX_METADATA_NAME_CHARS || value.length() > MAX_METADATA_VALUE_CHARS) {
                throw ApiException.ofMember(pointer, "A member of " + member + " is too long.");
            }
            if ((field.getKey() + value).indexOf('\0') >= 0) {
                throw ApiException.ofMember(pointer, "A member of " + member + " holds the character U+0000.");
            }
            metadata.put(field.getKey(), value);
        }));
        if (object(member)
                .filter(object -> Json.write(object).length > MAX_METADATA_BYTES)
                .isPresent()) {
            throw ApiException.ofMember("/" + member, member + " is too large.");
        }
        if (metadata.size() > MAX_METADATA) {
            throw ApiException.ofMember("/" + member, member + " may have at most " + MAX_METADATA + " members.");
        }
        return metadata;
    }
}
