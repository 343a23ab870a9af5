package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the server answered. Immutable, as far as nobody changes the body.
 *
 * @param status the HTTP status
 * @param headers all values by name, whatever its letter case
 * @param body the JSON; a missing node where there is no body, a text node where it is not JSON
 */
public record Answer(int status, Map<String, List<String>> headers, JsonNode body) {

    /** Copies the headers. */
    public Answer {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
    }

    static Answer of(Transport.Response response) {
        return new Answer(response.status(), response.headers(), parse(response.body()));
    }

    private static JsonNode parse(Bytes body) {
        if (body.length() == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(body);
        } catch (IllegalArgumentException e) {
            return TextNode.valueOf(new String(body.toArray(), StandardCharsets.UTF_8));
        }
    }

    /**
     * This answer, if it has the status.
     *
     * @throws AssertionError with the whole answer, if it has another
     */
    public Answer expect(int expectedStatus) {
        if (status != expectedStatus) {
            throw new AssertionError("expected " + expectedStatus + " but got " + this);
        }
        return this;
    }

    /**
     * This answer, if it has the status and the body's member {@code error} is the code (RFC 6749, section 5.2).
     *
     * @throws AssertionError with the whole answer, if not
     */
    public Answer expectError(int expectedStatus, String code) {
        expect(expectedStatus);
        if (!body.path("error").asText().equals(code)) {
            throw new AssertionError("expected the error " + code + " but got " + this);
        }
        return this;
    }

    /**
     * A text member of the body, for example {@code access_token}.
     *
     * @throws AssertionError with the whole answer, if there is none
     */
    public String text(String member) {
        JsonNode value = body.path(member);
        if (!value.isTextual()) {
            throw new AssertionError("expected a text " + member + " but got " + this);
        }
        return value.textValue();
    }

    /** Whether the body has a member. */
    public boolean has(String member) {
        return body.has(member);
    }

    /** The first value of a header, whatever the letter case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
