package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.Bytes;
import java.util.Optional;

/**
 * The client data (W3C WebAuthn Level 3 §5.8.1): what the browser says of the ceremony, under the authenticator's signature.
 *
 * @param bytes as they were signed
 * @param type {@code webauthn.create} or {@code webauthn.get}
 * @param challenge base64url, as the browser wrote it
 * @param origin who asked the browser
 * @param crossOrigin whether the frame that asked stood in a page of another origin
 * @param topOrigin the origin of that page
 * @param tokenBinding whether token binding is claimed
 */
public record ClientData(
        Bytes bytes,
        String type,
        String challenge,
        String origin,
        boolean crossOrigin,
        Optional<String> topOrigin,
        boolean tokenBinding) {

    /** @throws WebAuthnException if this is not a JSON object with strings {@code type}, {@code challenge} and {@code origin} */
    static ClientData parse(Bytes bytes) {
        ObjectNode json = Json.parseObject(bytes.toArray())
                .orElseThrow(() -> new WebAuthnException("clientDataJSON is not a JSON object"));
        return new ClientData(
                bytes,
                text(json, "type"),
                text(json, "challenge"),
                text(json, "origin"),
                flag(json, "crossOrigin"),
                json.has("topOrigin") ? Optional.of(text(json, "topOrigin")) : Optional.empty(),
                json.hasNonNull("tokenBinding"));
    }

    private static String text(ObjectNode json, String member) {
        JsonNode node = json.path(member);
        if (!node.isTextual()) {
            throw new WebAuthnException("clientDataJSON." + member + " is not a string");
        }
        return node.textValue();
    }

    private static boolean flag(ObjectNode json, String member) {
        JsonNode node = json.path(member);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw new WebAuthnException("clientDataJSON." + member + " is not a boolean");
        }
        return node.booleanValue();
    }
}
