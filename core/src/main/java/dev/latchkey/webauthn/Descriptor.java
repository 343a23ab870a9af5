package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.Bytes;
import java.util.List;

/**
 * Names a credential: {@code PublicKeyCredentialDescriptorJSON}.
 *
 * @param id the credential id
 * @param transports how the authenticator may be reached, empty where unknown
 */
public record Descriptor(Bytes id, List<String> transports) {

    public Descriptor {
        transports = List.copyOf(transports);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", "public-key").put("id", id.toBase64Url());
        if (!transports.isEmpty()) {
            transports.forEach(json.putArray("transports")::add);
        }
        return json;
    }
}
