package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vectors of W3C Web Authentication Level 3, those of the algorithms that the authenticator has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedVectorsTest {

    private static final String ORIGIN = "https://example.org";

    private JsonNode vectors = Json.object();

    @BeforeAll
    void readVectors() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/vectors/w3c-level3.json"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "shared/vectors/w3c-level3.json is not above the working directory");
        vectors = Json.read(Bytes.copyOf(Files.readAllBytes(file.get()))).path("vectors");
    }

    static Stream<String> ids() {
        return Stream.of(
                "none.ES256",
                "packed-self.ES256",
                "none.ES256.crossOrigin",
                "none.ES256.topOrigin",
                "none.ES256.long-credential-id",
                "packed.ES256",
                "packed.RS256",
                "packed.EdDSA",
                "tpm.ES256",
                "android-key.ES256",
                "apple.ES256",
                "fido-u2f.ES256");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void publishedAssertionVerifiesByThePublishedKey(String id) {
        AssertionAnswer assertion = AssertionAnswer.read(assertionOf(vector(id)));

        assertThat(assertion.verifies(registrationOf(vector(id)).publicKey())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"packed-self.ES256"})
    void publishedSelfAttestationVerifies(String id) {
        assertThat(registrationOf(vector(id)).selfAttestationVerifies()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.ES256", "packed.ES256"})
    void otherAttestationIsNoSelfAttestation(String id) {
        assertThat(registrationOf(vector(id)).selfAttestationVerifies()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void publishedPublicKeyIsWrittenAsItWasRead(String id) {
        RegistrationAnswer registration = registrationOf(vector(id));

        assertThat(CoseKey.encode(registration.publicKey()).encode())
                .isEqualTo(registration.credential().credentialPublicKey().encode());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void publishedPrivateKeyMakesAssertionsThatVerify(String id) {
        RegistrationAnswer registration = registrationOf(vector(id));
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        authenticator.add(SoftwareCredential.of(
                registration.credential().credentialId(),
                "example.org",
                TestOptions.USER_ID,
                keyPair(vector(id).path("registration"), registration)));

        ObjectNode answer = authenticator.get(TestOptions.request().put("rpId", "example.org"), ORIGIN);

        assertThat(AssertionAnswer.read(answer).verifies(registration.publicKey()))
                .isTrue();
        assertThat(answer.path("id")).isEqualTo(vector(id).path("registration").path("credential_id_b64url"));
    }

    /** EdDSA and RS256 signatures are deterministic, so the same data gives the published signature. */
    @ParameterizedTest
    @ValueSource(strings = {"packed.EdDSA", "packed.RS256"})
    void deterministicSignatureIsThePublishedOne(String id) {
        RegistrationAnswer registration = registrationOf(vector(id));
        AssertionAnswer published = AssertionAnswer.read(assertionOf(vector(id)));
        KeyPair keyPair = keyPair(vector(id).path("registration"), registration);

        Bytes signature = CoseAlgorithm.of(keyPair.getPrivate())
                .sign(
                        keyPair.getPrivate(),
                        published
                                .authenticatorData()
                                .plus(published.clientDataJson().sha256()));

        assertThat(signature).isEqualTo(published.signature());
    }

    private JsonNode vector(String id) {
        for (JsonNode each : vectors) {
            if (each.path("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no vector " + id);
    }

    private static RegistrationAnswer registrationOf(JsonNode vector) {
        ObjectNode answer = Json.object();
        answer.putObject("response")
                .put("clientDataJSON", base64Url(vector.path("registration"), "clientDataJSON"))
                .put("attestationObject", base64Url(vector.path("registration"), "attestationObject"));
        return RegistrationAnswer.read(answer);
    }

    private static ObjectNode assertionOf(JsonNode vector) {
        JsonNode authentication = vector.path("authentication");
        ObjectNode answer = Json.object();
        answer.putObject("response")
                .put("clientDataJSON", base64Url(authentication, "clientDataJSON"))
                .put("authenticatorData", base64Url(authentication, "authenticatorData"))
                .put("signature", base64Url(authentication, "signature"));
        return answer;
    }

    private static String base64Url(JsonNode members, String name) {
        return hex(members, name).base64Url();
    }

    private static Bytes hex(JsonNode members, String name) {
        return Bytes.fromHex(members.required(name).textValue());
    }

    private static KeyPair keyPair(JsonNode members, RegistrationAnswer registration) {
        return switch (CoseAlgorithm.of(registration.publicKey())) {
            case ES256 ->
                new KeyPair(registration.publicKey(), KeyMaterial.p256(hex(members, "credential_private_key")));
            case EDDSA -> new KeyPair(registration.publicKey(), KeyMaterial.ed25519(hex(members, "private_key")));
            case RS256 ->
                KeyMaterial.rsa(
                        mersenne(members.path("private_key_p")),
                        mersenne(members.path("private_key_q")),
                        BigInteger.valueOf(65537));
        };
    }

    /** The primes are published as {@code 2^1279 - 1}. */
    private static BigInteger mersenne(JsonNode formula) {
        String exponent = formula.textValue().replaceFirst("^2\\^(\\d+) - 1 *$", "$1");
        return BigInteger.TWO.pow(Integer.parseInt(exponent)).subtract(BigInteger.ONE);
    }
}
