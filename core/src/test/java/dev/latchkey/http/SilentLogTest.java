package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.Latchkey;
import dev.latchkey.LogCapture;
import dev.latchkey.TestStorage;
import dev.latchkey.json.Json;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Stage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals are logged; e-mail addresses, challenges, sealed sessions and handles are not. */
class SilentLogTest {
    private static final String ORIGIN = "https://auth.example.com";
    private static final String EMAIL = "ada.lovelace@example.com";
    private static final Latchkey LATCHKEY =
            Latchkey.builder(TestConfig.config(), TestStorage.unreachable()).build();

    private final LogCapture capture = new LogCapture();

    @AfterEach
    void stopCapturing() {
        capture.close();
    }

    static Stream<Named<Bend>> refused() {
        Bend bend = Bend.none();
        return Stream.of(
                Named.of("type", bend.type("webauthn.get")),
                Named.of("challenge", bend.challenge("AAAA")),
                Named.of("origin", bend.origin("https://evil.example")),
                Named.of("client data cut short", bend.at(Stage.CLIENT_DATA_JSON, all -> all.slice(0, 90))),
                Named.of("rpIdHash", bend.rpId("evil.example")),
                Named.of("no user", bend.flag(Flag.UP, false)),
                Named.of("format", bend.format("unknown\nevent=signed_in")),
                Named.of("signature", bend.flippedSignature()),
                Named.of("algorithm", bend.coseAlgorithm(-65_535)),
                Named.of("COSE key", bend.coseMember(3, Cbor.of(EMAIL))),
                Named.of("attestation object", bend.attestationObject(Bytes.utf8("nonsense " + EMAIL))),
                Named.of("statement", bend.statementMember("sig", Cbor.of(EMAIL))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusedAnswerIsLoggedWithoutWhatItHolds(Bend bend) {
        JsonNode challenge = json(handle("/passkey/register", register(EMAIL)));
        ObjectNode options = (ObjectNode) challenge.path("authn_params_public_key");
        ObjectNode answer = new SoftwareAuthenticator(AuthenticatorModel.securityKey()).create(options, ORIGIN, bend);
        ObjectNode body = Json.object()
                .put("grant_type", "urn:okta:params:oauth:grant-type:webauthn")
                .put("client_id", "web")
                .put("auth_session", challenge.path("auth_session").textValue());
        body.set("authn_response", answer);

        assertThat(json(handle("/oauth/token", body)).path("error").textValue()).isEqualTo("invalid_grant");

        assertThat(capture.lines()).hasSize(1);
        assertThat(capture.lines().get(0)).startsWith("event=refused activity=signup refusal=webauthn reason=");
        assertThat(capture.everything())
                .doesNotContain(EMAIL)
                .doesNotContain("analytical engines")
                .doesNotContain(challenge.path("auth_session").textValue())
                .doesNotContain(options.path("challenge").textValue())
                .doesNotContain(options.at("/user/id").textValue())
                .doesNotContain(answer.path("id").textValue())
                .doesNotContain(answer.at("/response/clientDataJSON").textValue());
    }

    @Test
    void refusedProfileIsLoggedWithoutItsMembers() {
        assertThat(handle("/passkey/register", register("ada.lovelace(at)example.com"))
                        .status())
                .isEqualTo(400);
        ObjectNode nameless = register(EMAIL);
        ((ObjectNode) nameless.path("user_profile")).put("ada.lovelace", "1815");
        assertThat(handle("/passkey/register", nameless).status()).isEqualTo(400);

        assertThat(capture.lines()).hasSize(2);
        assertThat(capture.everything()).doesNotContain("lovelace", "1815");
    }

    @Test
    void refusedRefreshTokenIsNotLogged() {
        String token = "a-refresh-token-of-somebody";

        assertThat(handle(
                                "/oauth/token",
                                Json.object()
                                        .put("grant_type", "refresh_token")
                                        .put("client_id", "web")
                                        .put("refresh_token", token))
                        .status())
                .isEqualTo(503);

        assertThat(capture.everything()).contains("refusal=unavailable").doesNotContain(token);
    }

    private static ObjectNode register(String email) {
        ObjectNode body = Json.object().put("client_id", "web");
        body.putObject("user_profile").put("email", email);
        body.putObject("user_metadata").put("hobby", "analytical engines");
        return body;
    }

    private static Reply handle(String path, ObjectNode body) {
        return LATCHKEY.handle(TestExchange.post(path, body.toString()).with("Origin", ORIGIN));
    }

    private static JsonNode json(Reply reply) {
        return Json.parseObject(reply.body().toArray()).orElseThrow();
    }
}
