package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.passkey.Bytes;
import java.util.Optional;

/**
 * What {@code navigator.credentials.get()} gave: {@code AuthenticationResponseJSON} (W3C WebAuthn Level 3 §5.1.8.2), read as far as it is
 * needed.
 *
 * @param credentialId {@code id} and {@code rawId}
 * @param clientData {@code response.clientDataJSON}
 * @param authenticatorData {@code response.authenticatorData}
 * @param signature {@code response.signature}
 * @param userHandle {@code response.userHandle}, where the client sent one
 */
public record AssertionAnswer(
        Bytes credentialId,
        ClientData clientData,
        Bytes authenticatorData,
        Bytes signature,
        Optional<Bytes> userHandle) {

    /**
     * Reads the answer.
     *
     * @throws MalformedAnswerException if a member is missing or of the wrong type
     * @throws WebAuthnException if the client data is not what a browser makes
     */
    public static AssertionAnswer of(JsonNode authnResponse) {
        AnswerReader reader = new AnswerReader(authnResponse);
        return new AssertionAnswer(
                reader.credentialId(),
                ClientData.parse(reader.bytes("/response/clientDataJSON")),
                reader.bytes("/response/authenticatorData"),
                reader.bytes("/response/signature"),
                reader.optionalBytes("/response/userHandle"));
    }
}
