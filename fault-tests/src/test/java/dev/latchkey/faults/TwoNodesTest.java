package dev.latchkey.faults;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL answer as one server. */
class TwoNodesTest {
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 100);
    private static final String SCOPE =
            "openid offline_access read:me:authentication_methods create:me:authentication_methods";

    @SuppressWarnings("NullAway.Init")
    private static Database database;

    @SuppressWarnings("NullAway.Init")
    private static NodeProcess one;

    @SuppressWarnings("NullAway.Init")
    private static NodeProcess other;

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final String email = System.nanoTime() + "@example.com";

    @BeforeAll
    static void start(@TempDir Path directory) {
        database = Database.in(directory);
        one = NodeProcess.start(database.url(), Duration.ZERO);
        other = NodeProcess.start(database.url(), Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void whatOneNodeAskedTheOtherAcceptsOnce() {
        Answer asked = one.web().passkeyRegister(profile(email)).expect(200);
        ObjectNode created = one.web().create(authenticator, asked, Bend.none());
        other.web().token(asked.text("auth_session"), created).expect(200);
        one.web().token(asked.text("auth_session"), created).expect(400);

        Answer challenge = other.web().passkeyChallenge().expect(200);
        ObjectNode answer = other.web().get(authenticator, challenge, Bend.none());
        Answer tokens = withScope(one.web())
                .token(challenge.text("auth_session"), answer)
                .expect(200);
        other.web().token(challenge.text("auth_session"), answer).expect(400);

        SoftwareAuthenticator second = new SoftwareAuthenticator();
        Answer begun = account(other, tokens).create().expect(202);
        account(one, tokens)
                .verify(begun.text("auth_session"), one.web().create(second, begun, Bend.none()))
                .expect(201);
        other.web().login(second).expect(200);

        other.web().refresh(tokens.text("refresh_token")).expect(200);
        one.web().refresh(tokens.text("refresh_token")).expect(400);
    }

    @Test
    void loginThatIsAnsweredOnBothNodesAtOnceSucceedsOnce() throws Exception {
        one.web().signup(authenticator, profile(email)).expect(200);

        for (int round = 0; round < ROUNDS; round++) {
            Answer challenge = one.web().passkeyChallenge().expect(200);
            ObjectNode answer = one.web().get(authenticator, challenge, Bend.none());

            assertThat(onBoth(web -> web.token(challenge.text("auth_session"), answer)))
                    .containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void signupThatIsAnsweredOnBothNodesAtOnceMakesOneAccount() throws Exception {
        long before = accounts();
        int rounds = Math.max(10, ROUNDS / 10);

        for (int round = 0; round < rounds; round++) {
            Answer asked = other.web().passkeyRegister(profile(round + email)).expect(200);
            ObjectNode created = other.web().create(new SoftwareAuthenticator(), asked, Bend.none());

            assertThat(onBoth(web -> web.token(asked.text("auth_session"), created)))
                    .containsExactlyInAnyOrder(200, 400);
        }

        assertThat(accounts() - before).isEqualTo(rounds);
    }

    @Test
    void twoSignupsForOneAddressOnTwoNodesMakeOneAccount() throws Exception {
        for (int round = 0; round < Math.max(10, ROUNDS / 10); round++) {
            ObjectNode person = profile("race" + round + email);
            Answer first = one.web().passkeyRegister(person).expect(200);
            Answer second = other.web().passkeyRegister(person).expect(200);
            ObjectNode byFirst = one.web().create(new SoftwareAuthenticator(), first, Bend.none());
            ObjectNode bySecond = other.web().create(new SoftwareAuthenticator(), second, Bend.none());

            assertThat(AtOnce.run(
                            () -> one.web()
                                    .token(first.text("auth_session"), byFirst)
                                    .status(),
                            () -> other.web()
                                    .token(second.text("auth_session"), bySecond)
                                    .status()))
                    .containsOnlyOnce(200);
        }
    }

    @Test
    void refreshTokenThatIsUsedOnBothNodesAtOnceWinsOnceAtMostAndItsFamilyDies() throws Exception {
        withScope(one.web()).signup(authenticator, profile(email)).expect(200);

        for (int round = 0; round < ROUNDS; round++) {
            String token = withScope(one.web()).login(authenticator).expect(200).text("refresh_token");

            assertThat(onBoth(web -> web.refresh(token))).contains(400).doesNotContain(500, 503);
        }

        assertThat(database.number("select count(distinct family_id) from latchkey_refresh_token t"
                        + " join latchkey_account a on a.id = t.account_id"
                        + " where a.email = '" + email + "' and t.revoked_at_micros is null"))
                .as("families that live: that of the sign-up")
                .isEqualTo(1);
    }

    @Test
    void spentRefreshTokenThatIsUsedWhileTheNextIsRotatedLeavesNoneAlive() throws Exception {
        withScope(one.web()).signup(authenticator, profile(email)).expect(200);

        for (int round = 0; round < ROUNDS; round++) {
            String spent = withScope(one.web()).login(authenticator).expect(200).text("refresh_token");
            String living = one.web().refresh(spent).expect(200).text("refresh_token");
            boolean revoke = round % 2 == 0;

            assertThat(AtOnce.run(
                            () -> other.web().refresh(living).status(),
                            () -> (revoke ? one.web().revoke(spent) : one.web().refresh(spent)).status()))
                    .doesNotContain(500, 503)
                    .element(1)
                    .isEqualTo(revoke ? 200 : 400);
        }

        assertThat(database.number(Audit.LIVING_TOKEN_OF_A_DEAD_FAMILY.sql())).isZero();
    }

    @Test
    void tokensServeWhileKeysAreRotatedUnderLoad() throws Exception {
        Answer tokens =
                withScope(one.web()).signup(authenticator, profile(email)).expect(200);
        int published = keys(one);
        AtomicBoolean rotating = new AtomicBoolean(true);

        List<Integer> answers = AtOnce.run(
                () -> {
                    for (int i = 0; i < 5; i++) {
                        assertThat((i % 2 == 0 ? one : other).ask("rotate")).isEqualTo("rotated");
                        Thread.sleep(200);
                    }
                    rotating.set(false);
                    return 0;
                },
                () -> signInAndLookUntil(rotating, one, other),
                () -> signInAndLookUntil(rotating, other, one));

        assertThat(answers).allMatch(refused -> refused == 0);
        assertThat(keys(one)).isGreaterThan(published);
        account(other, tokens).list().expect(200);
    }

    private int signInAndLookUntil(AtomicBoolean rotating, NodeProcess asked, NodeProcess shown) {
        int refused = 0;
        while (rotating.get()) {
            Answer tokens = withScope(asked.web()).login(authenticator).expect(200);
            refused += account(shown, tokens).list().status() == 200 ? 0 : 1;
        }
        return refused;
    }

    private static List<Integer> onBoth(Function<ContractClient, Answer> request) throws Exception {
        return AtOnce.run(() -> request.apply(one.web()).status(), () -> request.apply(other.web())
                .status());
    }

    private static ContractClient withScope(ContractClient web) {
        return web.withScope(SCOPE).withAudience("https://localhost/me/");
    }

    private static MyAccountClient account(NodeProcess node, Answer tokens) {
        return node.web().withBearer(tokens.text("access_token")).myAccount();
    }

    private static int keys(NodeProcess node) {
        return node.web().jwks().expect(200).body().path("keys").size();
    }

    private static long accounts() {
        return database.number("select count(*) from latchkey_account");
    }
}
