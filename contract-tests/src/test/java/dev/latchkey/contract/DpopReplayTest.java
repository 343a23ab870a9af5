package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One proof, by 32 threads at once and on two nodes: it serves one of them. */
class DpopReplayTest {
    private static final int THREADS = 32;
    private static final String OFFLINE = "openid offline_access";
    private static final URI BASE = URI.create("http://localhost");

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final DpopKey key = DpopKey.es256();
    private final Crowd crowd = new Crowd(THREADS);
    private Deployment deployment;
    private Deployment otherNode;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        otherNode = deployment.node(config -> {});
        deployment.web().signup(authenticator, profile("a@example.com")).expect(200);
    }

    @AfterEach
    void stop() {
        crowd.close();
        otherNode.close();
        deployment.close();
    }

    @Test
    void loginsOfOneProofAtOnceAreOne() throws Exception {
        List<Callable<Answer>> logins = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            ContractClient client = replaying(i);
            Answer challenge = client.passkeyChallenge().expect(200);
            var answer = client.get(authenticator, challenge, Bend.none());
            logins.add(() -> client.token(challenge.text("auth_session"), answer));
        }

        assertOneSuccess(crowd.send(logins), 400);
    }

    @Test
    void refreshesOfOneProofAtOnceAreOneAndTheFamilyLives() throws Exception {
        String token =
                fresh().withScope(OFFLINE).login(authenticator).expect(200).text("refresh_token");

        List<Answer> answers = crowd.send(replays(client -> client.refresh(token)));

        assertOneSuccess(answers, 400);
        String next = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow()
                .text("refresh_token");
        fresh().refresh(next).expect(200);
    }

    @Test
    void userinfoOfOneProofAtOnceIsToldOnce() throws Exception {
        String token = fresh().login(authenticator).expect(200).text("access_token");

        assertOneSuccess(
                crowd.send(replays(client -> client.withDpopToken(token).userinfo())), 401);
    }

    @Test
    void myAccountOfOneProofAtOnceIsToldOnce() throws Exception {
        String token = Scenario.myAccountLogin(fresh(), authenticator);

        List<Answer> answers = crowd.send(
                replays(client -> client.withDpopToken(token).myAccount().list()));

        assertThat(answers)
                .extracting(Answer::status)
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 401);
    }

    private ContractClient fresh() {
        return deployment
                .clientOf("localhost", "web")
                .withAppOrigin(Deployment.ORIGIN)
                .withDpop(BASE, key);
    }

    /** A client of one node or the other, both of them known by one address, whose proofs all have one id. */
    private ContractClient replaying(int number) {
        Deployment node = number % 2 == 0 ? deployment : otherNode;
        return node.clientOf("localhost", "web")
                .withAppOrigin(Deployment.ORIGIN)
                .withDpop(BASE, key, proof -> proof.jti("the one"));
    }

    private interface Call {
        Answer by(ContractClient client);
    }

    private List<Callable<Answer>> replays(Call call) {
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            ContractClient client = replaying(i);
            requests.add(() -> call.by(client));
        }
        return requests;
    }

    private static void assertOneSuccess(List<Answer> answers, int refusal) {
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(THREADS - 1)
                .allSatisfy(answer -> answer.expectError(refusal, "invalid_dpop_proof"));
    }
}
