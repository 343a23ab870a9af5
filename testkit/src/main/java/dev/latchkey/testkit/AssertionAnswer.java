package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.util.Optional;

/**
 * An assertion in readable form, to look at what an authenticator answered. It checks no policy: it is a magnifying
 * glass, not a relying party.
 *
 * @param clientDataJson the client data, encoded
 * @param authenticatorData the authenticator data, encoded
 * @param signature the signature
 * @param userHandle the user handle, if the answer has one
 */
public record AssertionAnswer(
        Bytes clientDataJson, Bytes authenticatorData, Bytes signature, Optional<Bytes> userHandle) {

    /**
     * Reads an {@code authn_response} with a {@code signature}.
     *
     * @throws IllegalArgumentException if a member is missing or malformed
     */
    public static AssertionAnswer read(JsonNode answer) {
        return new AssertionAnswer(
                Options.binary(answer, "/response/clientDataJSON"),
                Options.binary(answer, "/response/authenticatorData"),
                Options.binary(answer, "/response/signature"),
                answer.at("/response/userHandle").isTextual()
                        ? Optional.of(Options.binary(answer, "/response/userHandle"))
                        : Optional.empty());
    }

    /** The members of the client data. */
    public JsonNode clientData() {
        return Json.read(clientDataJson);
    }

    /** Whether the signature is by the key over this authenticator data and client data (section 7.2, step 25). */
    public boolean verifies(PublicKey key) {
        return CoseAlgorithm.of(key).verifies(key, authenticatorData.plus(clientDataJson.sha256()), signature);
    }
}
