package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import java.util.Set;

/** {@code /.well-known/webauthn}: the origins elsewhere that may use the passkeys of an rpId (W3C WebAuthn Level 3 §5.11). */
public final class RelatedOrigins {
    private RelatedOrigins() {}

    /** The document for these origins, in their order, which is that in which browsers count. */
    public static ObjectNode of(Set<String> origins) {
        ObjectNode json = Json.object();
        origins.forEach(json.putArray("origins")::add);
        return json;
    }
}
