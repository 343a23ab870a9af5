package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An {@code auth_session} of one node at another one of the same database. */
class OtherNodesTest {
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;
    private String before = "";

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
        web.signup(authenticator, profile("a@example.com")).expect(200);
        before = deployment.contents();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void sessionSealedWithAnotherSecretIsRefused() throws Exception {
        try (Deployment foreign =
                deployment.node(config -> config.keys(keys -> keys.secret("another secret of another deployment")))) {
            Answer challenge = foreign.web().passkeyChallenge();

            refused(web.token(challenge.text("auth_session"), answer(challenge)));
        }
    }

    @Test
    @DisplayName("A secret can be changed without downtime: what former secrets sealed still opens")
    void sessionSealedWithAFormerSecretIsAccepted() throws Exception {
        Answer challenge = web.passkeyChallenge();
        try (Deployment rotated =
                deployment.node(config -> config.keys(keys -> keys.secret("the new secret of these very tests")
                        .formerSecrets("a secret that these tests alone know")))) {
            rotated.web()
                    .token(challenge.text("auth_session"), answer(challenge))
                    .expect(200);
        }
    }

    @Test
    @DisplayName("Node A asks, node B answers: nothing lost, nothing accepted twice")
    void anyNodeAnswersWhatAnotherAsked() throws Exception {
        try (Deployment other = deployment.node(config -> {})) {
            Answer login = web.passkeyChallenge();
            Answer signup = other.web().passkeyRegister(profile("b@example.com"));
            ObjectNode created = web.create(new SoftwareAuthenticator(), signup, Bend.none());

            Answer tokens =
                    other.web().token(login.text("auth_session"), answer(login)).expect(200);
            web.token(signup.text("auth_session"), created).expect(200);
            before = deployment.contents();

            refused(web.token(login.text("auth_session"), answer(login)));
            refused(other.web().token(signup.text("auth_session"), created));
            assertThat(tokens.has("access_token")).isTrue();
            assertThat(web.jwks().body()).isEqualTo(other.web().jwks().body());
        }
    }

    @Test
    void nodeThatStartsAgainAcceptsWhatItAskedBeforeAndNothingTwice() throws Exception {
        Answer answered;
        Answer open;
        ObjectNode spent;
        try (Deployment first = deployment.node(config -> {})) {
            answered = first.web().passkeyChallenge();
            open = first.web().passkeyChallenge();
            spent = answer(answered);
            first.web().token(answered.text("auth_session"), spent).expect(200);
        }
        try (Deployment after = deployment.node(config -> {})) {
            after.web().token(open.text("auth_session"), answer(open)).expect(200);
            before = deployment.contents();

            refused(after.web().token(answered.text("auth_session"), spent));
        }
    }

    private void refused(Answer answer) {
        Shapes.oauthError(answer, 400, "invalid_grant");
        assertThat(deployment.contents()).isEqualTo(before);
    }

    private ObjectNode answer(Answer challenge) {
        return web.get(authenticator, challenge, Bend.none());
    }
}
