package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.Grant;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Implementations MUST support the revocation of refresh tokens" (RFC 7009 §2). */
class RevokeTest {
    private static final String PATH = "/oauth/revoke";

    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.client("backend", client -> client.secrets(Deployment.BACKEND_SECRET)
                        .allowedOrigins(Deployment.ORIGIN)
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)),
                Clock.systemUTC());
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: POST /oauth/revoke (RFC 7009)")
    void revokedTokenGivesNoMoreTokens() {
        String token = signup(web).text("refresh_token");

        Answer answer = web.revoke(token).expect(200);

        assertThat(answer.body().isMissingNode()).isTrue();
        assertThat(answer.header("Content-Length")).contains("0");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(Deployment.ORIGIN);
        web.refresh(token).expectError(400, "invalid_grant");
    }

    @Test
    void jsonServesLikeAForm() {
        String token = signup(web).text("refresh_token");

        web.send("POST", PATH, Bodies.of("client_id", "web", "token", token)).expect(200);

        web.refresh(token).expectError(400, "invalid_grant");
    }

    @Test
    void anyTokenOfAFamilyEndsAllOfIt() {
        String first = signup(web).text("refresh_token");
        String second = web.refresh(first).expect(200).text("refresh_token");

        web.revoke(first).expect(200);

        web.refresh(second).expectError(400, "invalid_grant");
    }

    @Test
    void otherSignInsOfThePersonGoOn() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        ContractClient offline = web.withScope("openid offline_access");
        String revoked = offline.signup(authenticator, ContractClient.profile("a@example.com"))
                .expect(200)
                .text("refresh_token");
        String other = offline.login(authenticator).expect(200).text("refresh_token");

        web.revoke(revoked).expect(200);

        web.refresh(other).expect(200);
    }

    /** "Invalid tokens do not cause an error response since the client cannot handle such an error in a reasonable way" (§2.2). */
    @Test
    void unknownTokenIsRevokedAlready() {
        String token = signup(web).text("refresh_token");

        assertThat(web.revoke("nonsense").expect(200).body().isMissingNode()).isTrue();
        web.revoke(token).expect(200);
        web.revoke(token).expect(200);
    }

    /** "An invalid token type hint value is ignored by the authorization server and does not influence the revocation response" (§2.2). */
    @ParameterizedTest
    @ValueSource(strings = {"refresh_token", "access_token", "some_other_token"})
    void hintMakesNoDifference(String hint) {
        String token = signup(web).text("refresh_token");

        web.sendForm(PATH, Bodies.of("client_id", "web", "token", token, "token_type_hint", hint))
                .expect(200);

        web.refresh(token).expectError(400, "invalid_grant");
    }

    /** "That is, the client tried to revoke an access token on a server not supporting this feature" (§2.2.1). */
    @Test
    void accessTokenCannotBeRevoked() {
        String token = signup(web).text("access_token");

        web.revoke(token).expectError(400, "unsupported_token_type");

        web.withBearer(token).userinfo().expect(200);
    }

    /** "If this validation fails, the request is refused and the client is informed of the error" (§2.1). */
    @Test
    void tokenOfAnotherClientIsRefusedAndGoesOn() {
        String token = signup(web).text("refresh_token");

        backend().withSecret(Deployment.BACKEND_SECRET).revoke(token).expectError(400, "invalid_grant");

        web.refresh(token).expect(200);
    }

    @Test
    void confidentialClientAuthenticates() {
        ContractClient byPost = backend().withSecret(Deployment.BACKEND_SECRET);
        String token = signup(byPost).text("refresh_token");

        backend().revoke(token).expectError(401, "invalid_client");
        Answer wrong = backend().withBasicSecret("a wrong secret").revoke(token).expectError(401, "invalid_client");
        assertThat(wrong.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic "));
        backend().withBasicSecret(Deployment.BACKEND_SECRET).revoke(token).expect(200);

        byPost.refresh(token).expectError(400, "invalid_grant");
    }

    @Test
    void malformedRequestIsRefused() {
        web.sendForm(PATH, Bodies.of("client_id", "web")).expectError(400, "invalid_request");
        assertThat(web.send("GET", PATH).expect(405).header("Allow")).contains("POST");
    }

    @Test
    void withoutRefreshTokensThereIsNothingToRevoke() throws Exception {
        try (Deployment other = Deployment.start(
                config -> {
                    config.client("web", client -> client.allowedOrigins(Deployment.ORIGIN));
                    config.client("backend", client -> client.secrets(Deployment.BACKEND_SECRET));
                    config.client("nothing", client -> client.grants(Grant.PASSKEY));
                },
                Clock.systemUTC())) {
            other.web().revoke("nonsense").expect(404);
            assertThat(other.web().discovery().has("revocation_endpoint")).isFalse();
        }
    }

    @Test
    void revocationDuringAnExchangeEndsWhatComesOfIt() throws Exception {
        try (Crowd two = new Crowd(2)) {
            for (int round = 0; round < 10; round++) {
                String token = web.withScope("openid offline_access")
                        .signup(new SoftwareAuthenticator(), ContractClient.profile(round + "@example.com"))
                        .expect(200)
                        .text("refresh_token");
                List<Answer> answers = two.send(List.of(() -> web.refresh(token), () -> web.revoke(token)));

                answers.get(1).expect(200);
                if (answers.get(0).status() == 200) {
                    web.refresh(answers.get(0).text("refresh_token")).expectError(400, "invalid_grant");
                }
            }
        }
    }

    private ContractClient backend() {
        return deployment.client("backend").withAppOrigin(Deployment.ORIGIN);
    }

    private static Answer signup(ContractClient client) {
        return client.withScope("openid offline_access")
                .signup(new SoftwareAuthenticator(), ContractClient.profile("a@example.com"))
                .expect(200);
    }
}
