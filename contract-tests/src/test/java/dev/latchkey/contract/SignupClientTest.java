package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.Realm;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who asks for a signup, and what its realm wants of the authenticator. */
class SignupClientTest {
    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(
                config -> config.realm("default", realm -> realm.userVerification(Realm.UserVerification.PREFERRED)));
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§1: client_id | required")
    void signupWithoutClientIdIsRefusedByName() {
        ObjectNode body = Bodies.of();
        body.set("user_profile", profile("a@example.com"));

        Shapes.invalidRequest(deployment.web().send("POST", "/passkey/register", body), "client_id");
    }

    @Test
    @DisplayName("§1: confidential clients only (client_secret_post)")
    void onlyTheConfidentialClientHasASecretAndNeedsIt() {
        ContractClient backend = deployment.client("backend");
        ObjectNode profile = profile("b@example.com");

        Shapes.oauthError(backend.passkeyRegister(profile), 401, "invalid_client");
        Shapes.oauthError(backend.withSecret("wrong").passkeyRegister(profile), 401, "invalid_client");
        Shapes.oauthError(deployment.web().withSecret("any").passkeyRegister(profile), 401, "invalid_client");
        backend.withSecret(Deployment.BACKEND_SECRET).passkeyRegister(profile).expect(200);
    }

    @Test
    @DisplayName("§1: a realm may choose preferred")
    void realmThatPrefersUserVerificationSaysSo() {
        ContractClient web = deployment.web();
        JsonNode creation =
                web.passkeyRegister(profile("c@example.com")).expect(200).body();
        JsonNode request = web.passkeyChallenge().expect(200).body();

        assertThat(creation.at("/authn_params_public_key/authenticatorSelection/userVerification")
                        .asText())
                .isEqualTo("preferred");
        assertThat(request.at("/authn_params_public_key/userVerification").asText())
                .isEqualTo("preferred");
        web.signup(new SoftwareAuthenticator(), profile("c@example.com")).expect(200);
    }
}
