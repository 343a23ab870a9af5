package dev.latchkey.faults;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes whose clocks do not agree. A challenge lives a minute. */
class ClockSkewTest {
    private static final Duration LITTLE = Duration.ofSeconds(40);
    private static final Duration MUCH = Duration.ofMinutes(5);

    @SuppressWarnings("NullAway.Init")
    private static Database database;

    @SuppressWarnings("NullAway.Init")
    private static NodeProcess right;

    @SuppressWarnings("NullAway.Init")
    private static NodeProcess fast;

    @SuppressWarnings("NullAway.Init")
    private static NodeProcess wrong;

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final String email = System.nanoTime() + "@example.com";

    @BeforeAll
    static void start(@TempDir Path directory) {
        database = Database.in(directory);
        right = NodeProcess.start(database.url(), Duration.ZERO);
        fast = NodeProcess.start(database.url(), LITTLE);
        wrong = NodeProcess.start(database.url(), MUCH);
    }

    @AfterAll
    static void stop() {
        right.close();
        fast.close();
        wrong.close();
        database.close();
    }

    @Test
    void clocksThatDifferByLessThanAChallengeLivesHarmNobody() {
        for (NodeProcess[] nodes : new NodeProcess[][] {{right, fast}, {fast, right}}) {
            SoftwareAuthenticator device = new SoftwareAuthenticator();
            Answer asked = nodes[0].web()
                    .passkeyRegister(profile(System.nanoTime() + "@example.com"))
                    .expect(200);
            Answer tokens = forMyAccount(nodes[1].web())
                    .token(asked.text("auth_session"), nodes[0].web().create(device, asked, Bend.none()))
                    .expect(200);

            nodes[0].web()
                    .withBearer(tokens.text("access_token"))
                    .myAccount()
                    .enroll(new SoftwareAuthenticator())
                    .expect(201);
            nodes[0].web().refresh(tokens.text("refresh_token")).expect(200);
        }
    }

    @Test
    void nodeThatIsFarAheadTakesAnothersChallengeForExpired() {
        right.web().signup(authenticator, profile(email)).expect(200);
        Answer challenge = right.web().passkeyChallenge().expect(200);
        ObjectNode answer = right.web().get(authenticator, challenge, Bend.none());

        wrong.web().token(challenge.text("auth_session"), answer).expectError(400, "invalid_grant");
        right.web().token(challenge.text("auth_session"), answer).expect(200);
    }

    @Test
    void nodeThatIsFarAheadForgetsNoAnswerThatAnotherWouldTakeAgain() {
        right.web().signup(authenticator, profile(email)).expect(200);
        right.web().login(authenticator).expect(200);

        assertThat(database.number("select count(*) from latchkey_spent_session"))
                .isPositive();
        assertThat(database.number("select count(*) from latchkey_spent_session where expires_at_micros <="
                        + " (extract(epoch from now()) + " + MUCH.toSeconds() + ") * 1000000"))
                .isZero();
    }

    private static ContractClient forMyAccount(ContractClient web) {
        return web.withScope("openid offline_access create:me:authentication_methods")
                .withAudience("https://localhost/me/");
    }
}
