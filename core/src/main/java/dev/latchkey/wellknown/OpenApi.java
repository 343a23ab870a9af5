package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /latchkey/openapi.json}: the endpoints for clients and tools (OpenAPI Specification 3.1). The whole document is the resource
 * {@value #RESOURCE}; this is as much of it as a deployment serves. Thread-safe.
 */
public final class OpenApi {
    /** Where the jar has the whole document. */
    public static final String RESOURCE = "/dev/latchkey/openapi.json";

    private final ObjectNode document;

    private OpenApi(ObjectNode document) {
        this.document = document;
    }

    /** The document with these of its paths alone, as it names them. */
    public static OpenApi of(Set<String> paths) {
        ObjectNode document = read();
        document.withObject("/paths").retain(paths);
        return new OpenApi(document);
    }

    /** The document for clients that see the endpoints below that absolute address. */
    public ObjectNode at(String address) {
        ObjectNode json = Json.object();
        json.setAll(document);
        json.putArray("servers").addObject().put("url", address);
        return json;
    }

    private static ObjectNode read() {
        try (InputStream resource = Optional.ofNullable(OpenApi.class.getResourceAsStream(RESOURCE))
                .orElseThrow(() -> new IllegalStateException("the jar lacks " + RESOURCE))) {
            return Json.parseObject(resource.readAllBytes())
                    .orElseThrow(() -> new IllegalStateException(RESOURCE + " is not a JSON object"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
