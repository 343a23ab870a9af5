package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One {@code auth_session}, one refresh token or one identifier, used by 32 threads at once. */
class SpentOnceTest {
    private static final int THREADS = 32;

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final Crowd crowd = new Crowd(THREADS);
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        crowd.close();
        deployment.close();
    }

    @Test
    void signupAnsweredManyTimesAtOnceSucceedsOnce() throws Exception {
        Answer challenge = web.passkeyRegister(ContractClient.profile("a@example.com"));
        var answer = web.create(authenticator, challenge, Bend.none());

        List<Answer> answers = crowd.allSend(() -> web.token(challenge.text("auth_session"), answer));

        assertOneSuccess(answers, 200, 400);
        assertThat(deployment.rows("latchkey_account")).isEqualTo(1);
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(1);
    }

    @Test
    void loginAnsweredManyTimesAtOnceSucceedsOnce() throws Exception {
        web.signup(authenticator, ContractClient.profile("a@example.com")).expect(200);
        Answer challenge = web.passkeyChallenge();
        var answer = web.get(authenticator, challenge, Bend.none());

        assertOneSuccess(crowd.allSend(() -> web.token(challenge.text("auth_session"), answer)), 200, 400);
    }

    @Test
    void enrollmentAnsweredManyTimesAtOnceSucceedsOnce() throws Exception {
        ContractClient caller = web.withBearer(Scenario.myAccountToken(web, authenticator, "a@example.com"));
        Answer challenge = caller.myAccount().create().expect(202);
        var answer = caller.create(new SoftwareAuthenticator(), challenge, Bend.none());

        assertOneSuccess(
                crowd.allSend(() -> caller.myAccount().verify(challenge.text("auth_session"), answer)), 201, 400);
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(2);
    }

    @Test
    void refreshTokenUsedManyTimesAtOnceWinsOnceAndItsFamilyDies() throws Exception {
        String refreshToken = web.withScope("openid offline_access")
                .signup(authenticator, ContractClient.profile("a@example.com"))
                .expect(200)
                .text("refresh_token");

        List<Answer> answers = crowd.allSend(() -> web.refresh(refreshToken));

        assertOneSuccess(answers, 200, 400);
        String successor = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow()
                .text("refresh_token");
        web.refresh(successor).expectError(400, "invalid_grant");
    }

    @Test
    void signupsForOneIdentifierInManySpellingsMakeOneAccount() throws Exception {
        List<String> spellings = List.of("amélie@example.com", "AME\u0301LIE@example.com", "Am\u00e9lie@Example.COM");
        List<Answer> challenges = new ArrayList<>();
        List<SoftwareAuthenticator> authenticators = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            challenges.add(web.passkeyRegister(ContractClient.profile(spellings.get(i % spellings.size()))));
            authenticators.add(new SoftwareAuthenticator());
        }
        List<Callable<Answer>> signups = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Answer challenge = challenges.get(i);
            var answer = web.create(authenticators.get(i), challenge, Bend.none());
            signups.add(() -> web.token(challenge.text("auth_session"), answer));
        }

        assertOneSuccess(crowd.send(signups), 200, 400);
        assertThat(deployment.rows("latchkey_account")).isEqualTo(1);
        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(1);
        assertThat(deployment.rows("latchkey_user_handle")).isEqualTo(1);
    }

    private static void assertOneSuccess(List<Answer> answers, int success, int refusal) {
        assertThat(answers)
                .extracting(Answer::status)
                .containsOnlyOnce(success)
                .allMatch(status -> status == success || status == refusal);
    }
}
