package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.passkey.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * What {@code navigator.credentials.create()} gave: {@code RegistrationResponseJSON} (W3C WebAuthn Level 3 §5.1.8.1), read as far as it is
 * needed.
 *
 * @param credentialId {@code id} and {@code rawId}
 * @param clientData {@code response.clientDataJSON}
 * @param attestationObject {@code response.attestationObject}
 * @param transports {@code response.transports}, those that are short enough to be one
 * @param discoverable {@code clientExtensionResults.credProps.rk}, where the browser told
 */
public record RegistrationAnswer(
        Bytes credentialId,
        ClientData clientData,
        Bytes attestationObject,
        List<String> transports,
        Optional<Boolean> discoverable) {
    private static final int MAX_TRANSPORTS = 8;
    private static final int MAX_TRANSPORT_CHARS = 32;

    public RegistrationAnswer {
        transports = List.copyOf(transports);
    }

    /**
     * Reads the answer.
     *
     * @throws MalformedAnswerException if a member is missing or of the wrong type
     * @throws WebAuthnException if the client data is not what a browser makes
     */
    public static RegistrationAnswer of(JsonNode authnResponse) {
        AnswerReader reader = new AnswerReader(authnResponse);
        JsonNode rk = authnResponse.at("/clientExtensionResults/credProps/rk");
        return new RegistrationAnswer(
                reader.credentialId(),
                ClientData.parse(reader.bytes("/response/clientDataJSON")),
                reader.bytes("/response/attestationObject"),
                reader.strings("/response/transports", MAX_TRANSPORTS, MAX_TRANSPORT_CHARS),
                rk.isBoolean() ? Optional.of(rk.booleanValue()) : Optional.empty());
    }
}
