package dev.latchkey.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.Bytes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes replies. */
final class Replies {
    private static final Duration DOCUMENT_AGE = Duration.ofMinutes(5);
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    private Replies() {}

    /** JSON that is nobody else's business. */
    static Reply json(int status, JsonNode body) {
        return json(status, body, "no-store");
    }

    /** A public document. */
    static Reply document(JsonNode body) {
        return document(body, DOCUMENT_AGE);
    }

    /** A public document that may be cached for so long. */
    static Reply document(JsonNode body, Duration maxAge) {
        return json(200, body, "public, max-age=" + maxAge.toSeconds());
    }

    /** A status without a body. */
    static Reply empty(int status) {
        return new Reply(status, Map.of(), NOTHING);
    }

    private static Reply json(int status, JsonNode body, String cacheControl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Cache-Control", cacheControl);
        headers.put("X-Content-Type-Options", "nosniff");
        return new Reply(status, headers, Bytes.of(Json.write(body)));
    }
}
