package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.latchkey.wellknown.OpenApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document, to look up what it says of an exchange. Thread-safe. */
final class OpenApiDocument {
    private static final String METHODS = "/me/v1/authentication-methods/";
    private static final String ONE_METHOD = METHODS + "{id}";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();

    private final JsonNode document;
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    static OpenApiDocument read() {
        try (InputStream in =
                Objects.requireNonNull(OpenApi.class.getResourceAsStream(OpenApi.RESOURCE), OpenApi.RESOURCE)) {
            return new OpenApiDocument(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException(OpenApi.RESOURCE, e);
        }
    }

    /** What it says of a path, which holds no query, or empty where the path is not in it. */
    Optional<JsonNode> path(String raw) {
        String path = raw.replace("|", "%7C").replace("%7c", "%7C");
        JsonNode exact = document.path("paths").path(path);
        if (exact.isObject()) {
            return Optional.of(exact);
        }
        boolean method =
                path.startsWith(METHODS) && path.length() > METHODS.length() && path.indexOf('/', METHODS.length()) < 0;
        return method ? Optional.of(document.path("paths").path(ONE_METHOD)) : Optional.empty();
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.textValue().substring(1)) : node;
    }

    /** What is wrong with a value by a schema of the document: JSON pointer and message. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** References lead from the root of the document, so that the schema needs the components below its own root. */
    private JsonSchema compiled(JsonNode schema) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.path("components"));
        return SCHEMAS.getSchema(root, CONFIG);
    }
}
