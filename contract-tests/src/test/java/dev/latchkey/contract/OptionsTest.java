package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** "Emit exactly these members", "never emit a JSON null". */
class OptionsTest {
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§1: Answer: … Emit exactly these members unless configuration or the request asks for more … "
            + "userVerification is required here, by policy … Never emit a JSON null")
    void creationOptionsCarryExactlyTheMembersOfTheContract() {
        Answer answer = web.passkeyRegister(
                        ContractClient.profile("a@example.com").put("name", "Ann Example"))
                .expect(200);
        JsonNode options = answer.body().path("authn_params_public_key");

        assertThat(names(answer.body())).containsExactly("auth_session", "authn_params_public_key");
        assertThat(names(options))
                .containsExactly("challenge", "timeout", "rp", "user", "pubKeyCredParams", "authenticatorSelection");
        assertThat(options.path("timeout").asLong()).isEqualTo(60_000);
        assertThat(options.path("rp").toString()).isEqualTo("{\"id\":\"localhost\",\"name\":\"localhost\"}");
        assertThat(names(options.path("user"))).containsExactly("id", "name", "displayName");
        assertThat(options.at("/user/name").asText()).isEqualTo("a@example.com");
        assertThat(options.at("/user/displayName").asText()).isEqualTo("Ann Example");
        assertThat(decoded(options.at("/user/id"))).hasSize(64);
        assertThat(decoded(options.path("challenge"))).hasSize(32);
        assertThat(options.path("pubKeyCredParams").toString())
                .isEqualTo("[{\"type\":\"public-key\",\"alg\":-8},{\"type\":\"public-key\",\"alg\":-7},"
                        + "{\"type\":\"public-key\",\"alg\":-257}]");
        assertThat(options.path("authenticatorSelection").toString())
                .isEqualTo("{\"residentKey\":\"required\",\"userVerification\":\"required\"}");
        assertNoNull(answer.body());
    }

    @Test
    @DisplayName("§2: Answer: … no allowCredentials: login is discoverable — §1: Never emit a JSON null")
    void requestOptionsCarryExactlyTheMembersOfTheContract() {
        Answer answer = web.passkeyChallenge().expect(200);
        JsonNode options = answer.body().path("authn_params_public_key");

        assertThat(names(answer.body())).containsExactly("auth_session", "authn_params_public_key");
        assertThat(names(options)).containsExactly("challenge", "timeout", "rpId", "userVerification");
        assertThat(options.path("rpId").asText()).isEqualTo("localhost");
        assertThat(options.path("userVerification").asText()).isEqualTo("required");
        assertNoNull(answer.body());
    }

    @Test
    @DisplayName("§4: excludeCredentials ([{\"type\",\"id\",\"transports\"?}]) only when asked for")
    void excludedCredentialsAreNamedOnlyWhenAskedFor() {
        ContractClient caller =
                web.withBearer(Scenario.myAccountToken(web, new SoftwareAuthenticator(), "a@example.com"));
        String path = "/me/v1/authentication-methods";

        JsonNode plain = caller.myAccount().create().expect(202).body();
        JsonNode excluding =
                caller.send("POST", path, Bodies.enrollment(true)).expect(202).body();

        assertThat(plain.at("/authn_params_public_key/excludeCredentials").isMissingNode())
                .isTrue();
        JsonNode excluded = excluding.at("/authn_params_public_key/excludeCredentials");
        assertThat(excluded).hasSize(1);
        assertThat(names(excluded.get(0))).containsExactly("type", "id", "transports");
        assertNoNull(excluding);
    }

    @Test
    void twoChallengesDiffer() {
        JsonNode first = web.passkeyChallenge().body();
        JsonNode second = web.passkeyChallenge().body();

        assertThat(first.at("/authn_params_public_key/challenge"))
                .isNotEqualTo(second.at("/authn_params_public_key/challenge"));
        assertThat(first.path("auth_session")).isNotEqualTo(second.path("auth_session"));
    }

    @Test
    @DisplayName("§2: an extra username hint is accepted and must not change the answer (no account enumeration)")
    void usernameHintDoesNotChangeTheAnswersShape() {
        Answer hinted =
                web.send("POST", "/passkey/challenge", Bodies.of("client_id", "web", "username", "a@example.com"));

        assertThat(names(hinted.expect(200).body().path("authn_params_public_key")))
                .containsExactly("challenge", "timeout", "rpId", "userVerification");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static byte[] decoded(JsonNode base64url) {
        return Base64.getUrlDecoder().decode(base64url.asText());
    }

    private static void assertNoNull(JsonNode json) {
        assertThat(json.toString()).doesNotContain("null");
    }
}
