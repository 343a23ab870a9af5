package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.Bytes;
import java.time.Duration;
import java.util.List;

/**
 * {@code PublicKeyCredentialCreationOptionsJSON} (W3C WebAuthn Level 3 §5.1.8) for a discoverable credential.
 *
 * @param challenge the challenge
 * @param timeout how long the person has
 * @param rpId the relying party
 * @param rpName its name
 * @param userHandle {@code user.id}
 * @param userName {@code user.name}
 * @param displayName {@code user.displayName}
 * @param algorithms COSE algorithm identifiers, in order of preference
 * @param userVerification {@code required} or {@code preferred}
 * @param attestation whether the authenticator shall attest its model ({@code direct}); else the member is left out
 * @param exclude credentials whose authenticator shall not make another; none leaves the member out
 */
public record CreationOptions(
        Bytes challenge,
        Duration timeout,
        String rpId,
        String rpName,
        Bytes userHandle,
        String userName,
        String displayName,
        List<Integer> algorithms,
        String userVerification,
        boolean attestation,
        List<Descriptor> exclude) {

    public CreationOptions {
        algorithms = List.copyOf(algorithms);
        exclude = List.copyOf(exclude);
    }

    /** The options as the contract shows them, without a single member more. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("challenge", challenge.toBase64Url());
        json.put("timeout", timeout.toMillis());
        json.putObject("rp").put("id", rpId).put("name", rpName);
        json.putObject("user")
                .put("id", userHandle.toBase64Url())
                .put("name", userName)
                .put("displayName", displayName);
        ArrayNode params = json.putArray("pubKeyCredParams");
        algorithms.forEach(alg -> params.addObject().put("type", "public-key").put("alg", alg));
        json.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("userVerification", userVerification);
        if (attestation) {
            json.put("attestation", "direct");
        }
        if (!exclude.isEmpty()) {
            ArrayNode excluded = json.putArray("excludeCredentials");
            exclude.forEach(descriptor -> excluded.add(descriptor.toJson()));
        }
        return json;
    }
}
