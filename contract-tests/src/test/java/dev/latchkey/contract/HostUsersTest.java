package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.Realm.Presence;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of the application's own, whom it blocks, deletes and names as it likes, at any time. */
class HostUsersTest {
    private static final String BLOCK = "update resident set blocked = true";
    private static final String DELETE = "delete from resident";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final Logger logger = Logger.getLogger("dev.latchkey");
    private final @Nullable Level level = logger.getLevel();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> config.accounts(accounts -> accounts.entity("Resident")
                        .attribute(AccountAttribute.ID, "login")
                        .attribute(AccountAttribute.USERNAME, "login")
                        .attribute(AccountAttribute.PRINCIPAL_NAME, "login")
                        .attribute(AccountAttribute.NAME, "fullName")
                        .attribute(AccountAttribute.BLOCKED, "blocked")
                        .attribute(AccountAttribute.ROLES, "roles"))
                .realm("default", realm -> realm.email(Presence.OFF).username(Presence.REQUIRED)));
        web = deployment.web();
        web.signup(authenticator, person("ann")).expect(200);
    }

    @AfterEach
    void stop() {
        deployment.close();
        logger.removeHandler(log);
        logger.setLevel(level);
        logger.setUseParentHandlers(true);
    }

    @Test
    @DisplayName("§3: 403 access_denied … the host's accounts refused (blocked user)")
    void userWhoIsBlockedInMidLoginIsDeniedAndNothingIsStored() {
        Answer challenge = web.passkeyChallenge().expect(200);
        ObjectNode answer = web.get(authenticator, challenge, Bend.none());
        deployment.database().update(BLOCK);
        String before = deployment.contents();

        Shapes.oauthError(web.token(challenge.text("auth_session"), answer), 403, "access_denied");

        assertThat(deployment.contents()).isEqualTo(before);
        deployment.database().update("update resident set blocked = false");
        web.token(challenge.text("auth_session"), answer).expect(200);
    }

    @Test
    @DisplayName("A passkey whose account is gone is as good as unknown")
    void userWhoIsDeletedInMidLoginIsRefusedAndNothingIsStored() {
        Answer challenge = web.passkeyChallenge().expect(200);
        ObjectNode answer = web.get(authenticator, challenge, Bend.none());
        deployment.database().update(DELETE);
        String before = deployment.contents();

        Shapes.notVerified(web.token(challenge.text("auth_session"), answer));

        assertThat(deployment.contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOCK, DELETE})
    void userWhoIsBlockedOrDeletedInMidEnrollmentIsRefusedAndNothingIsStored(String change) {
        MyAccountClient account =
                web.withBearer(Scenario.myAccountLogin(web, authenticator)).myAccount();
        Answer challenge = account.create().expect(202);
        ObjectNode answer = web.create(new SoftwareAuthenticator(), challenge, Bend.none());
        deployment.database().update(change);
        String before = deployment.contents();

        Shapes.problem(account.verify(challenge.text("auth_session"), answer), 401);

        assertThat(deployment.contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {BLOCK, DELETE})
    void userWhoIsBlockedOrDeletedGetsNoFreshTokensAndNothingIsStored(String change) {
        String token = web.withScope("openid offline_access")
                .login(authenticator)
                .expect(200)
                .text("refresh_token");
        deployment.database().update(change);
        String before = deployment.contents();

        Shapes.oauthError(web.refresh(token), 400, "invalid_grant");

        assertThat(deployment.contents()).isEqualTo(before);
    }

    @Test
    void signupThatTheUsersTableDoesNotHoldIsDeniedAndNothingIsStored() {
        ObjectNode longName = person("ben").put("name", "n".repeat(41));
        String before = deployment.contents() + deployment.rows("resident");

        Shapes.oauthError(web.signup(new SoftwareAuthenticator(), longName), 403, "access_denied");

        assertThat(deployment.contents() + deployment.rows("resident")).isEqualTo(before);
        web.signup(new SoftwareAuthenticator(), longName.put("name", "n".repeat(40)))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'brien\"; drop table resident; --",
                "line\nbreak\r\nSet-Cookie: a=b",
                "a,b;c=d\\e%0a",
                "\ud83d\udd11 \u202eann\u0000",
                "<script>alert(1)</script>"
            })
    void oddNamesOfUsersAndRolesDoNoHarm(String name) throws Exception {
        logger.addHandler(log);
        logger.setLevel(Level.INFO);
        logger.setUseParentHandlers(false);
        String quoted = name.replace("'", "''");
        deployment.database().update("update resident set login = '" + quoted + "'");
        deployment.database().update("update latchkey_passkey set account_id = '" + quoted + "'");
        deployment.database().update("update latchkey_user_handle set account_id = '" + quoted + "'");
        deployment.database().update("insert into resident_roles values ('" + quoted + "', '" + quoted + "')");

        Answer login = web.withScope("openid profile offline_access")
                .login(authenticator)
                .expect(200);

        assertThat(SignedJWT.parse(login.text("id_token")).getJWTClaimsSet().getSubject())
                .isEqualTo("default|" + name);
        web.refresh(login.text("refresh_token")).expect(200);
        MyAccountClient account =
                web.withBearer(Scenario.myAccountLogin(web, authenticator)).myAccount();
        account.enroll(new SoftwareAuthenticator()).expect(201);
        assertThat(account.list().expect(200).body().path("authentication_methods"))
                .hasSize(2);
        assertThat(deployment.rows("resident")).isEqualTo(1);
        assertThat(logged)
                .anySatisfy(line -> assertThat(line).startsWith("event=signed_in"))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\p{Cc}"));
    }

    @Test
    void userNameOfTheGreatestLengthLogsIn() {
        String name = "n".repeat(255);
        deployment.database().update("update resident set login = '" + name + "'");
        deployment.database().update("update latchkey_passkey set account_id = '" + name + "'");

        assertThat(web.login(authenticator).expect(200).has("access_token")).isTrue();
    }

    private static ObjectNode person(String login) {
        return Bodies.of("username", login);
    }
}
