package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.Optional;

/**
 * A registration in readable form, to look at what an authenticator answered. It checks no policy: it is a magnifying
 * glass, not a relying party.
 *
 * @param clientDataJson the client data, encoded
 * @param authenticatorData the authenticator data of the attestation object, encoded
 * @param attestationObject the attestation object; byte strings are binary nodes, integer labels are text
 */
public record RegistrationAnswer(Bytes clientDataJson, Bytes authenticatorData, JsonNode attestationObject) {

    /**
     * Reads an {@code authn_response} with an {@code attestationObject}.
     *
     * @throws IllegalArgumentException if a member is missing or malformed
     */
    public static RegistrationAnswer read(JsonNode answer) {
        Bytes attestationObject = Options.binary(answer, "/response/attestationObject");
        try {
            JsonNode members = Json.readCbor(attestationObject);
            return new RegistrationAnswer(
                    Options.binary(answer, "/response/clientDataJSON"), binary(members.path("authData")), members);
        } catch (IOException e) {
            throw new IllegalArgumentException("attestationObject is not CBOR: " + attestationObject, e);
        }
    }

    /** The members of the client data. */
    public JsonNode clientData() {
        return Json.read(clientDataJson);
    }

    /** The attestation statement format. */
    public String format() {
        return attestationObject.path("fmt").asText();
    }

    /**
     * The attested credential data.
     *
     * @throws IllegalArgumentException if there is none, or it is malformed
     */
    public AttestedCredentialData credential() {
        return AuthenticatorData.decode(authenticatorData)
                .attestedCredentialData()
                .orElseThrow(() -> new IllegalArgumentException("no attested credential data in " + authenticatorData));
    }

    /**
     * The credential's public key.
     *
     * @throws IllegalArgumentException if it is missing, malformed, or of another algorithm than {@link CoseAlgorithm}
     */
    public PublicKey publicKey() {
        return CoseKey.decode(credential().credentialPublicKey().encode());
    }

    /** Whether the statement is a {@code packed} self attestation whose signature is good (section 8.2). */
    public boolean selfAttestationVerifies() {
        JsonNode statement = attestationObject.path("attStmt");
        Optional<CoseAlgorithm> algorithm =
                CoseAlgorithm.of(statement.path("alg").asLong());
        return format().equals("packed")
                && !statement.has("x5c")
                && algorithm.isPresent()
                && algorithm
                        .get()
                        .verifies(
                                publicKey(),
                                authenticatorData.plus(clientDataJson.sha256()),
                                binary(statement.path("sig")));
    }

    private static Bytes binary(JsonNode node) {
        try {
            byte[] value = node.binaryValue();
            if (value == null) {
                throw new IllegalArgumentException("no byte string: " + node);
            }
            return Bytes.copyOf(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
