package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** §3: "nonce challenge 400 use_dpop_nonce with a DPoP-Nonce header when the server asks for nonces" (RFC 9449 §8 and §9). */
class DpopNonceTest {
    private static final String NONCE = "DPoP-Nonce";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final DpopKey key = DpopKey.es256();
    private final SettableClock clock = new SettableClock();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> config.dpop(dpop -> dpop.nonces(true)), clock);
        web = deployment.web();
        web.signup(authenticator, profile("a@example.com")).expect(200);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: nonce challenge 400 use_dpop_nonce with a DPoP-Nonce header when the server asks for nonces")
    void tokenRequestIsAskedForANonceAndPassesWithIt() {
        Answer asked = proving(deployment, "").login(authenticator);
        Shapes.oauthError(asked, 400, "use_dpop_nonce");
        assertThat(asked.header("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains(NONCE));

        Answer tokens = proving(deployment, nonce(asked)).login(authenticator).expect(200);

        assertThat(tokens.text("token_type")).isEqualTo("DPoP");
        proving(deployment, nonce(tokens)).login(authenticator).expect(200);
        proving(deployment, nonce(asked)).login(authenticator).expect(200);
        assertThat(deployment.takeEvents())
                .extracting(PasskeyEvent::name)
                .as("to ask for a nonce is no refusal")
                .containsExactly("signed_up", "signed_in", "signed_in", "signed_in");
    }

    @Test
    void resourceAsksForANonceAndPassesWithIt() {
        String nonce = nonce(proving(deployment, "").login(authenticator));
        Answer tokens = proving(deployment, nonce).login(authenticator).expect(200);
        String token = tokens.text("access_token");

        Answer asked = proving(deployment, "").withDpopToken(token).userinfo();

        Shapes.oauthError(asked, 401, "use_dpop_nonce");
        assertThat(asked.header("WWW-Authenticate"))
                .contains("DPoP error=\"use_dpop_nonce\", " + Shapes.DPOP_ALGORITHMS);
        Answer served = proving(deployment, nonce(asked)).withDpopToken(token).userinfo();
        assertThat(nonce(served.expect(200))).isNotBlank();
    }

    @Test
    void myAccountAsksForANonceAndPassesWithIt() {
        String nonce = nonce(proving(deployment, "").login(authenticator));
        String token = Scenario.myAccountLogin(proving(deployment, nonce), authenticator);

        Answer asked =
                proving(deployment, "made up").withDpopToken(token).myAccount().list();

        assertThat(Shapes.problem(asked, 401).text("type")).endsWith("#use-dpop-nonce");
        assertThat(asked.header("WWW-Authenticate"))
                .contains("DPoP error=\"use_dpop_nonce\", " + Shapes.DPOP_ALGORITHMS);
        proving(deployment, nonce(asked))
                .withDpopToken(token)
                .myAccount()
                .list()
                .expect(200);
    }

    @Test
    void nonceHasItsTime() {
        String nonce = nonce(proving(deployment, "").login(authenticator));
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        proving(deployment, nonce).login(authenticator).expect(200);

        clock.advance(Duration.ofMillis(1));

        Shapes.oauthError(proving(deployment, nonce).login(authenticator), 400, "use_dpop_nonce");
    }

    @Test
    void nonceOfOneNodeServesAtAnother() throws Exception {
        String nonce = nonce(proving(deployment, "").login(authenticator));
        try (Deployment node = deployment.node(config -> config.dpop(dpop -> dpop.nonces(true)))) {
            proving(node, nonce).login(authenticator).expect(200);
        }
    }

    @Test
    void whoBringsNoProofHearsOfNoNonce() throws Exception {
        assertThat(web.login(authenticator).expect(200).header(NONCE)).isEmpty();
        assertThat(web.userinfo().expect(401).header(NONCE)).isEmpty();
        try (Deployment usual = Deployment.start()) {
            Answer signup = usual.web()
                    .withDpop(usual.uri(), key)
                    .signup(new SoftwareAuthenticator(), profile("a@example.com"));
            assertThat(signup.expect(200).header(NONCE)).isEmpty();
        }
    }

    /** Proofs are made by the clock of the node: the other one's goes on. */
    private ContractClient proving(Deployment node, String nonce) {
        Clock time = node.equals(deployment) ? clock : Clock.systemUTC();
        return node.web().withDpop(node.uri(), key, proof -> proof.issuedAt(time.instant())
                .nonce(nonce));
    }

    private static String nonce(Answer answer) {
        return answer.header(NONCE).orElseThrow(() -> new AssertionError("no nonce in " + answer));
    }
}
