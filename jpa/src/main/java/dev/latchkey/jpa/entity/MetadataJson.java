package dev.latchkey.jpa.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code user_metadata} as a JSON object in one column; no members are no text. */
final class MetadataJson {
    static final int MAX_LENGTH = 8000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, String>> MEMBERS = new TypeReference<>() {};

    private MetadataJson() {}

    static @Nullable String encode(Map<String, String> members) {
        if (members.isEmpty()) {
            return null;
        }
        try {
            String json = MAPPER.writeValueAsString(new TreeMap<>(members));
            if (json.length() > MAX_LENGTH) {
                throw new IllegalArgumentException(
                        "user_metadata is " + json.length() + " characters of JSON; its column holds " + MAX_LENGTH);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("user_metadata cannot be written as JSON", e);
        }
    }

    static Map<String, String> decode(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return MAPPER.readValue(json, MEMBERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column user_metadata holds no JSON object of strings", e);
        }
    }
}
