package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Transport;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds every exchange to the OpenAPI document: status, headers and body of the answer, and the body of a request that succeeded. What is at
 * other paths is not the kit's.
 */
final class DescribedTransport implements Transport {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json";

    private final Transport server;

    DescribedTransport(Transport server) {
        this.server = server;
    }

    @Override
    public Response send(Request request) throws IOException {
        Response response = server.send(request);
        Optional<JsonNode> path = DOCUMENT.path(request.path().split("\\?", 2)[0]);
        if (path.isPresent() && !isPreflight(request, response) && !isFromBehind(response)) {
            List<String> faults = faults(path.get(), request, response);
            if (!faults.isEmpty()) {
                throw new AssertionError(request.method() + " " + request.path() + " " + response.status()
                        + " is not as openapi.json describes it: " + String.join("; ", faults));
            }
        }
        return response;
    }

    private static boolean isPreflight(Request request, Response response) {
        return request.method().equals("OPTIONS")
                && sorted(request.headers()).containsKey("Access-Control-Request-Method")
                && response.status() == 204;
    }

    /** What stands behind the door may refuse a malformed request by itself. */
    private static boolean isFromBehind(Response response) {
        return Door.ofThisRun().parsesHeaders()
                && response.status() == 400
                && !mediaType(sortedLists(response)).equals(JSON);
    }

    private static List<String> faults(JsonNode path, Request request, Response response) throws IOException {
        boolean head = request.method().equals("HEAD");
        String method = head ? "get" : request.method().toLowerCase(Locale.ROOT);
        boolean known = path.has(method);
        if (!known && response.status() < 400) {
            return List.of("the method is not documented");
        }
        JsonNode operation = known ? path.path(method) : operation(path);
        JsonNode documented = DOCUMENT.resolved(operation.path("responses").path(String.valueOf(response.status())));
        if (documented.isMissingNode()) {
            return List.of("the status is not documented");
        }
        List<String> faults = new ArrayList<>(headerFaults(documented.path("headers"), response));
        if (!head) {
            faults.addAll(bodyFaults(documented.path("content"), response));
        }
        if (response.status() < 300 && operation.has("requestBody")) {
            faults.addAll(requestFaults(operation.at("/requestBody/content"), request));
        }
        return faults;
    }

    /** Any operation of the path: they tell an error alike. */
    private static JsonNode operation(JsonNode path) {
        return path.properties().stream()
                .map(Map.Entry::getValue)
                .filter(value -> value.has("responses"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> headerFaults(JsonNode documented, Response response) {
        Map<String, List<String>> headers = sortedLists(response);
        List<String> faults = new ArrayList<>();
        documented.properties().forEach(member -> {
            JsonNode header = DOCUMENT.resolved(member.getValue());
            List<String> values = headers.getOrDefault(member.getKey(), List.of());
            if (values.isEmpty() && header.path("required").asBoolean()) {
                faults.add("the header " + member.getKey() + " is missing");
            }
            for (String value : values) {
                DOCUMENT.faults(header.path("schema"), TextNode.valueOf(value))
                        .forEach(fault -> faults.add("header " + member.getKey() + ":" + fault));
            }
        });
        return faults;
    }

    private static List<String> bodyFaults(JsonNode content, Response response) throws IOException {
        if (content.isMissingNode()) {
            return response.body().length() == 0 ? List.of() : List.of("a body is not documented");
        }
        String type = mediaType(sortedLists(response));
        return content.has(type)
                ? DOCUMENT.faults(
                        content.path(type).path("schema"),
                        MAPPER.readTree(response.body().toArray()))
                : List.of("the media type " + type + " is not documented");
    }

    private static List<String> requestFaults(JsonNode content, Request request) throws IOException {
        String type = mediaType(sorted(request.headers()).getOrDefault("Content-Type", ""));
        JsonNode documented = content.path(type);
        if (documented.isMissingNode()) {
            return List.of("the media type " + type + " of the request is not documented");
        }
        ObjectNode body = type.equals(JSON)
                ? (ObjectNode) MAPPER.readTree(request.body().toArray())
                : form(request.body(), documented.path("encoding"));
        withoutAbsent(body);
        return DOCUMENT.faults(documented.path("schema"), body).stream()
                .map(fault -> "request " + fault)
                .toList();
    }

    /** A form, whose members of the encoding JSON are the text of it. */
    private static ObjectNode form(Bytes body, JsonNode encoding) throws IOException {
        ObjectNode members = MAPPER.createObjectNode();
        for (String pair : new String(body.toArray(), UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = URLDecoder.decode(parts[0], UTF_8);
            String value = URLDecoder.decode(parts[1], UTF_8);
            boolean json = encoding.path(name).path("contentType").asText().equals(JSON);
            members.set(name, json ? MAPPER.readTree(value) : TextNode.valueOf(value));
        }
        return members;
    }

    /** A member of a request that is null or empty counts as absent. */
    private static void withoutAbsent(ObjectNode body) {
        for (Iterator<JsonNode> values = body.elements(); values.hasNext(); ) {
            JsonNode value = values.next();
            if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
                values.remove();
            } else if (value instanceof ObjectNode object) {
                withoutAbsent(object);
            }
        }
    }

    private static String mediaType(Map<String, List<String>> headers) {
        return mediaType(String.join(",", headers.getOrDefault("Content-Type", List.of())));
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> sorted(Map<String, String> headers) {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        return sorted;
    }

    private static Map<String, List<String>> sortedLists(Response response) {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(response.headers());
        return sorted;
    }
}
