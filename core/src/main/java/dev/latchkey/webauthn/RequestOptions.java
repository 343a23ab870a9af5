package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.Bytes;
import java.time.Duration;

/**
 * {@code PublicKeyCredentialRequestOptionsJSON} (W3C WebAuthn Level 3 §5.1.9) for a sign-in with any discoverable credential, and so without
 * {@code allowCredentials}.
 *
 * @param challenge the challenge
 * @param timeout how long the person has
 * @param rpId the relying party
 * @param userVerification {@code required} or {@code preferred}
 */
public record RequestOptions(Bytes challenge, Duration timeout, String rpId, String userVerification) {

    /** The options as the contract shows them, without a single member more. */
    public ObjectNode toJson() {
        return Json.object()
                .put("challenge", challenge.toBase64Url())
                .put("timeout", timeout.toMillis())
                .put("rpId", rpId)
                .put("userVerification", userVerification);
    }
}
