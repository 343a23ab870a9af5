package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vectors of W3C WebAuthn Level 3. They are found in {@code shared/vectors} of a directory above; without them nothing runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedVectorsTest {
    private static final String FRAMED_IN = "https://example.com";
    private static final String ORIGIN = "https://example.org";
    private static final String RP_ID = "example.org";
    private static final CeremonySettings FRAMES_REFUSED = TestRelyingParty.POLICY;
    private static final CeremonySettings FRAMES_ALLOWED = TestRelyingParty.policy(true, Set.of(FRAMED_IN));

    private final ObjectMapper mapper = new ObjectMapper();
    private JsonNode vectors = mapper.createObjectNode();

    @BeforeAll
    void readVectors() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/vectors/w3c-level3.json"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "shared/vectors/w3c-level3.json is not above the working directory");
        vectors = mapper.readTree(file.get().toFile()).path("vectors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none.ES256",
                "packed-self.ES256",
                "none.ES256.long-credential-id",
                "packed.ES256",
                "packed.RS256",
                "packed.EdDSA",
                "tpm.ES256",
                "android-key.ES256",
                "apple.ES256",
                "fido-u2f.ES256"
            })
    void assertionVerifies(String id) {
        assertThat(verifyAssertion(id, FRAMES_REFUSED).signCount())
                .isEqualTo(vector(id).at("/expected/signCount_authentication").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.ES256", "packed-self.ES256", "none.ES256.long-credential-id"})
    void registrationVerifies(String id) {
        VerifiedRegistration verified = verifyRegistration(id, FRAMES_REFUSED);

        assertThat(verified.publicKey()).isEqualTo(hex(vector(id).at("/expected/credential_public_key_cose")));
        assertThat(verified.credentialId()).isEqualTo(hex(vector(id).at("/registration/credential_id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.ES256.crossOrigin", "none.ES256.topOrigin"})
    void frameIsRefusedByDefault(String id) {
        assertThatThrownBy(() -> verifyAssertion(id, FRAMES_REFUSED))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("clientDataJSON.crossOrigin");
        assertThatThrownBy(() -> verifyRegistration(id, FRAMES_REFUSED))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("clientDataJSON.crossOrigin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.ES256.crossOrigin", "none.ES256.topOrigin"})
    void frameIsAcceptedWhereThePolicyAllowsIt(String id) {
        assertThat(verifyRegistration(id, FRAMES_ALLOWED).credentialId().size()).isEqualTo(32);
        assertThat(verifyAssertion(id, FRAMES_ALLOWED).userVerified()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpm.ES256", "android-key.ES256", "apple.ES256", "fido-u2f.ES256"})
    void attestationFormatOutsideThePolicyIsRefused(String id) {
        assertThatThrownBy(() -> verifyRegistration(id, FRAMES_REFUSED))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("attestation format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"packed.ES384", "packed.ES512", "packed.Ed448"})
    void algorithmThatWasNotOfferedIsRefused(String id) {
        assertThatThrownBy(() -> verifyRegistration(id, FRAMES_REFUSED)).isExactlyInstanceOf(WebAuthnException.class);
    }

    private VerifiedAssertion verifyAssertion(String id, CeremonySettings policy) {
        JsonNode published = vector(id).path("authentication");
        ObjectNode answer = answer(id, published);
        answer.withObject("/response")
                .put("authenticatorData", base64Url(published, "authenticatorData"))
                .put("signature", base64Url(published, "signature"));
        return AssertionVerifier.verify(AssertionAnswer.of(answer), passkey(id), expectation(published, policy));
    }

    private VerifiedRegistration verifyRegistration(String id, CeremonySettings policy) {
        JsonNode published = vector(id).path("registration");
        ObjectNode answer = answer(id, published);
        answer.withObject("/response").put("attestationObject", base64Url(published, "attestationObject"));
        return RegistrationVerifier.verify(
                RegistrationAnswer.of(answer), TestRelyingParty.USER_HANDLE, expectation(published, policy));
    }

    private ObjectNode answer(String id, JsonNode published) {
        String credentialId = base64Url(vector(id).path("registration"), "credential_id");
        ObjectNode answer = mapper.createObjectNode()
                .put("id", credentialId)
                .put("rawId", credentialId)
                .put("type", "public-key");
        answer.putObject("response").put("clientDataJSON", base64Url(published, "clientDataJSON"));
        return answer;
    }

    private static Expectation expectation(JsonNode published, CeremonySettings policy) {
        return new Expectation(hex(published.path("challenge")), RP_ID, Set.of(ORIGIN), false, policy);
    }

    private Passkey passkey(String id) {
        JsonNode expected = vector(id).path("expected");
        List<String> flags =
                List.of(expected.path("registration_flags").asText().split(" "));
        return new Passkey(
                "dev_1",
                "members",
                "1",
                RP_ID,
                hex(vector(id).at("/registration/credential_id")),
                TestRelyingParty.USER_HANDLE,
                hex(expected.path("credential_public_key_cose")),
                0,
                BackupState.of(flags.contains("BE"), flags.contains("BS")),
                List.of(),
                new UUID(0, 0),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    private JsonNode vector(String id) {
        for (JsonNode each : vectors) {
            if (each.path("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no vector " + id);
    }

    private static String base64Url(JsonNode members, String name) {
        return hex(members.required(name)).toBase64Url();
    }

    private static Bytes hex(JsonNode node) {
        return Bytes.of(HexFormat.of().parseHex(node.textValue()));
    }
}
