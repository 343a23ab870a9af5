package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.Realm.Presence;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Secrets, tokens, challenges and identifiers never reach a log: not the kit's at any level, and no other at its default one. */
class LogTest {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger KIT = Logger.getLogger("dev.latchkey");
    private static final Logger POOL = Logger.getLogger("org.hibernate.orm.connections.pooling");

    private final Lines lines = new Lines();
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final List<Level> levels = new ArrayList<>();
    private final List<Handler> consoles = List.of(ROOT.getHandlers());
    private Deployment deployment;
    private RecordingTransport transport;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        for (Logger logger : List.of(ROOT, KIT, POOL)) {
            levels.add(logger.getLevel());
        }
        consoles.forEach(ROOT::removeHandler);
        ROOT.addHandler(lines);
        ROOT.setLevel(Level.INFO);
        KIT.setLevel(Level.ALL);
        POOL.setLevel(Level.INFO);
        deployment = Deployment.start(config -> config.realm(
                "default", realm -> realm.phoneNumber(Presence.OPTIONAL).username(Presence.OPTIONAL)));
        transport = new RecordingTransport(new DescribedTransport(HttpTransport.to(deployment.uri())));
        web = ContractClient.of(transport, "web").withOrigin(Deployment.ORIGIN);
    }

    @AfterEach
    void stop() {
        deployment.close();
        ROOT.removeHandler(lines);
        consoles.forEach(ROOT::addHandler);
        int i = 0;
        for (Logger logger : List.of(ROOT, KIT, POOL)) {
            logger.setLevel(levels.get(i++));
        }
    }

    @Test
    void startListsWhatIsLiveAndNothingElse() throws Exception {
        lines.forget();
        try (Deployment other = deployment.node(config -> config.endpoints(endpoints -> endpoints.login(false)))) {
            other.web().passkeyChallenge().expect(404);
        }
        assertThat(lines.all())
                .contains("live: POST /passkey/register", "live: POST /oauth/token")
                .doesNotContain("live: POST /passkey/challenge");
    }

    @Test
    @DisplayName("Every event is logged once, and no line holds what a stranger could use")
    void wholeFlowsLogTheirEventsAndNoSecret() {
        signUp();
        String refreshToken =
                web.withScope("openid offline_access").login(authenticator).text("refresh_token");
        String spent = web.refresh(refreshToken).expect(200).text("refresh_token");
        ContractClient caller = web.withBearer(Scenario.myAccountLogin(web, authenticator));
        String id = caller.myAccount()
                .enroll(new SoftwareAuthenticator())
                .expect(201)
                .text("id");
        caller.myAccount().rename(id, "Name of a thing").expect(200);
        caller.myAccount().delete(id).expect(204);
        web.refresh(refreshToken).expect(400);
        web.refresh(spent).expect(400);

        assertThat(lines.all())
                .contains(
                        "event=signed_up",
                        "event=signed_in",
                        "event=enrolled",
                        "event=renamed",
                        "event=removed",
                        "event=refresh_token_reused");
        assertNoSecret();
    }

    @Test
    @DisplayName("§3: the reason goes to the log and to the event listener")
    void refusalsLogTheirReasonAndNoSecret() {
        signUp();
        Answer challenge = web.passkeyChallenge();
        web.login(authenticator, Bend.none().flippedSignature()).expect(400);
        web.login(authenticator, Bend.none().challenge("aaaaaaaaaaaaaaaa")).expect(400);
        web.login(authenticator, Bend.none().id(Bytes.copyOf(new byte[32]))).expect(400);
        web.login(authenticator, Bend.none().json(answer -> answer.put("rawId", "not an id")))
                .expect(400);
        web.token(challenge.text("auth_session") + "x", web.get(authenticator, challenge, Bend.none()))
                .expect(400);
        web.passkeyRegister(person()).expect(400);
        web.passkeyRegister(Bodies.of("email", "malformed.address.of.somebody")).expect(400);
        web.withSecret("a secret of somebody else").passkeyChallenge().expect(401);
        web.withBearer("token.of.somebody").myAccount().list().expect(401);
        web.refresh("a refresh token of somebody").expect(400);
        web.send(
                        "POST",
                        "/oauth/token",
                        Map.of("Content-Type", "application/json"),
                        Bytes.utf8("{\"email\":\"half@example.com\""))
                .expect(400);
        deployment.database().update("update latchkey_account set blocked = true");
        web.login(authenticator).expect(403);

        assertThat(lines.all()).contains("event=refused activity=login", "event=refused activity=signup");
        assertNoSecret();
    }

    @Test
    @DisplayName("A database that refuses a duplicate quotes no identifier, whoever logs it")
    void lostRacesLogNoSecret() {
        Answer late = web.passkeyRegister(person());
        signUp();
        web.token(late.text("auth_session"), web.create(new SoftwareAuthenticator(), late, Bend.none()))
                .expect(400);
        Answer login = web.passkeyChallenge();
        for (int status : List.of(200, 400)) {
            web.token(login.text("auth_session"), web.get(authenticator, login, Bend.none()))
                    .expect(status);
        }
        Answer signup = web.passkeyRegister(ContractClient.profile("second@example.com"));
        Bytes taken = authenticator.credentials().get(0).id();
        web.token(
                        signup.text("auth_session"),
                        web.create(
                                new SoftwareAuthenticator(),
                                signup,
                                Bend.none().credentialId(taken).id(taken)))
                .expect(400);

        assertThat(lines.all()).as("the persistence provider logs the refusals").contains("Unique index");
        assertNoSecret();
    }

    @Test
    void proofsAreNotLogged() {
        signUp();
        DpopKey key = DpopKey.es256();
        ContractClient proving = web.withDpop(deployment.uri(), key);
        Answer tokens =
                proving.withScope("openid offline_access").login(authenticator).expect(200);
        ContractClient replaying =
                web.withDpop(deployment.uri(), DpopKey.es256(), proof -> proof.jti("jti.of.somebody"));
        replaying.login(authenticator).expect(200);
        replaying.login(authenticator).expect(400);
        ContractClient replayed = web.withDpop(deployment.uri(), key, proof -> proof.jti("jti.of.somebody"))
                .withDpopToken(tokens.text("access_token"));
        replayed.userinfo().expect(200);
        replayed.userinfo().expect(401);
        web.withDpopToken(tokens.text("access_token")).userinfo().expect(401);
        proving.refresh(tokens.text("refresh_token")).expect(200);

        assertThat(lines.all())
                .contains(
                        "event=refused activity=login refusal=proof",
                        "event=refused activity=access refusal=proof",
                        "the DPoP proof was used before")
                .doesNotContain("jti.of.somebody", tokens.text("access_token"));
        assertNoSecret();
    }

    @Test
    void databaseThatFailsLogsNoSecret() {
        signUp();
        deployment.database().update("alter table latchkey_spent_session rename to away");
        try {
            assertThat(web.login(authenticator).status()).isBetween(500, 503);
            assertThat(web.signup(new SoftwareAuthenticator(), ContractClient.profile("new@example.com"))
                            .status())
                    .isBetween(500, 503);
        } finally {
            deployment.database().update("alter table away rename to latchkey_spent_session");
        }

        assertThat(lines.all()).contains("incident=");
        assertNoSecret();
        web.login(authenticator).expect(200);
    }

    @Test
    void racesLogNoSecret() {
        signUp();
        Answer challenge = web.passkeyChallenge();
        var answer = web.get(authenticator, challenge, Bend.none());

        IntStream.range(0, 8).parallel().forEach(i -> web.token(challenge.text("auth_session"), answer));

        assertNoSecret();
    }

    private void signUp() {
        web.signup(authenticator, person()).expect(200);
    }

    private static ObjectNode person() {
        return Bodies.of(
                "email", "Ann.Example@example.com",
                "phone_number", "+14155550123",
                "username", "ann.example",
                "name", "Ann Q. Example");
    }

    private void assertNoSecret() {
        assertThat(transport.secrets()).hasSizeGreaterThan(10);
        String log = lines.all().toLowerCase(Locale.ROOT);
        for (String secret : transport.secrets()) {
            assertThat(log).doesNotContain(secret.toLowerCase(Locale.ROOT));
        }
        assertThat(log).doesNotContain(Deployment.BACKEND_SECRET, "a secret that these tests alone know");
    }

    /** Every line of every logger, with its stack trace. */
    private static final class Lines extends Handler {
        private final List<String> formatted = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            formatted.add(formatter.format(line));
        }

        void forget() {
            formatted.clear();
        }

        String all() {
            return String.join("\n", formatted);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
