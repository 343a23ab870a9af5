package dev.latchkey.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a call to an SDK came to: the value that its promise resolved to, or the error that it was rejected with. */
final class SdkResult {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String call;
    private final JsonNode answer;

    private SdkResult(String call, JsonNode answer) {
        this.call = call;
        this.answer = answer;
    }

    /** @param answer {@code {"value": …}} or {@code {"error": …}} */
    static SdkResult of(String call, String answer) {
        return new SdkResult(call, json(answer));
    }

    JsonNode value() {
        if (!answer.has("value")) {
            throw new AssertionError(call + " was rejected with " + answer.path("error"));
        }
        return answer.path("value");
    }

    JsonNode error() {
        if (!answer.has("error")) {
            throw new AssertionError(call + " was not rejected, but came to " + answer.path("value"));
        }
        return answer.path("error");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be told in JSON: " + value, e);
        }
    }
}
