package dev.latchkey.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A published vector of W3C Web Authentication Level 3, as the messages of a client.
 *
 * @param id such as {@code none.ES256}
 * @param json the whole vector
 */
record PublishedVector(String id, JsonNode json) {

    /** The file of {@code shared/vectors} in a directory above, where there is one. */
    static Optional<JsonNode> file(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/vectors/" + name))
                .filter(Files::exists)
                .findFirst()
                .map(PublishedVector::read);
    }

    /** The same; the test is skipped where there is none. */
    static JsonNode required(String name) {
        Optional<JsonNode> file = file(name);
        assumeTrue(file.isPresent(), "shared/vectors/" + name + " is not above the working directory");
        return file.orElseThrow();
    }

    static List<PublishedVector> all() {
        return StreamSupport.stream(required("w3c-level3.json").path("vectors").spliterator(), false)
                .map(vector -> new PublishedVector(vector.path("id").asText(), vector))
                .toList();
    }

    Bytes hex(String pointer) {
        return Bytes.fromHex(json.at(pointer).textValue());
    }

    /** Whether its page stands in a frame of another origin. */
    boolean framed() {
        return json.at("/registration/clientDataJSON_text").asText().contains("\"crossOrigin\":true");
    }

    /** Whether its registration was recorded as accepted, where user verification is preferred and attestation need not be trusted. */
    boolean registers() {
        return json.at("/observed_webauthn_server_core_2_9_0/registration_uv_preferred_untrusted_ok")
                .asText()
                .startsWith("accepted");
    }

    /** The {@code authn_response} of the registration. */
    ObjectNode registration() {
        ObjectNode answer = answer("/registration");
        answer.withObject("/response").put("attestationObject", base64Url("/registration/attestationObject"));
        return answer;
    }

    /** The {@code authn_response} of the sign-in, which has no {@code userHandle}. */
    ObjectNode assertion() {
        ObjectNode answer = answer("/authentication");
        answer.withObject("/response")
                .put("authenticatorData", base64Url("/authentication/authenticatorData"))
                .put("signature", base64Url("/authentication/signature"));
        return answer;
    }

    private ObjectNode answer(String ceremony) {
        String credentialId = base64Url("/registration/credential_id");
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("id", credentialId)
                .put("rawId", credentialId)
                .put("type", "public-key");
        answer.putObject("response").put("clientDataJSON", base64Url(ceremony + "/clientDataJSON"));
        return answer;
    }

    private String base64Url(String pointer) {
        return hex(pointer).base64Url();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
