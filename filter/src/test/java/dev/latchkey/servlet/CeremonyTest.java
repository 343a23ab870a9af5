package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.event.Activity;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole ceremonies through the filter, over a database, with a browser that keeps its cookies. */
class CeremonyTest {
    private static final String EMAIL = "ada@example.com";

    private final LatchkeyConfig config = Kit.configuration().build();
    private final Storage storage =
            new JpaStorageProvider().open(config.storage(), config.accounts(), name -> Optional.empty());
    private final List<PasskeyEvent> events = new CopyOnWriteArrayList<>();
    private final Latchkey latchkey =
            Latchkey.builder(config, storage).events(events::add).build();
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private volatile boolean refusing;
    private WebApp app;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/", this::install);
        web = browser();
    }

    @AfterEach
    void stop() {
        app.close();
        storage.close();
    }

    @Test
    void signupLogsTheBrowserIn() {
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);

        assertThat(page("/who")).isEqualTo(name() + " by PASSKEY");
    }

    @Test
    void loginLogsTheBrowserInUnderANewSessionId() {
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);
        web = browser();
        String before = page("/visit");
        web.login(authenticator).expect(200);

        assertThat(page("/who")).isEqualTo(name() + " by PASSKEY");
        assertThat(page("/session")).isNotEqualTo(before);
    }

    @Test
    void clientWithoutSessionLoginGetsTokensAndNoSession() {
        ContractClient client = web.withClientId("app").withOrigin(Kit.APP_ORIGIN);
        Answer answer =
                client.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);

        assertThat(answer.text("access_token")).isNotEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(page("/who")).isEqualTo("nobody");
    }

    @Test
    void challengesCreateNoSession() {
        web.passkeyRegister(ContractClient.profile(EMAIL)).expect(200);
        web.passkeyChallenge().expect(200);

        assertThat(page("/session")).isEqualTo("none");
    }

    @Test
    void refusedExchangeLogsNobodyIn() {
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);
        web = browser();
        Answer challenge = web.passkeyChallenge().expect(200);
        var answer = web.get(authenticator, challenge, Bend.none());
        web.token("forged", answer).expectError(400, "invalid_grant");

        assertThat(page("/who")).isEqualTo("nobody");
    }

    @Test
    void loginWritesTheApplicationsOwnAttributes() {
        Instant before = Instant.now();
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);

        String attributes = page("/attributes");
        String named = "user=" + name() + " since=";
        assertThat(attributes).startsWith(named);
        assertThat(Instant.parse(attributes.substring(named.length())))
                .isBetween(before.minusSeconds(1), Instant.now());
    }

    @Test
    void logoutEndsTheLogin() {
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);

        assertThat(page("/logout")).isEqualTo("nobody");
        assertThat(page("/who")).isEqualTo("nobody");
        assertThat(page("/attributes")).isEqualTo("user=null since=null");
        web.myAccount().list().expect(401);
    }

    @Test
    void logoutIsAnEventOfWhoeverWasLoggedIn() {
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);
        page("/logout");
        page("/logout");

        assertThat(events).hasSize(2);
        PasskeyEvent.SignedUp in = (PasskeyEvent.SignedUp) events.get(0);
        assertThat(events.get(1)).isInstanceOfSatisfying(PasskeyEvent.SignedOut.class, out -> {
            assertThat(out.account()).isEqualTo(in.account());
            assertThat(out.occasion().activity()).isEqualTo(Activity.LOGOUT);
            assertThat(out.occasion().domain()).contains("localhost");
            assertThat(out.occasion().remoteAddress())
                    .isEqualTo(in.occasion().remoteAddress())
                    .contains("127.0.0.1");
        });
    }

    @Test
    void sessionOfAPasskeyLoginSpeaksToMyAccount() {
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);

        Answer list = web.myAccount().list("passkey").expect(200);
        assertThat(list.body().path("authentication_methods")).hasSize(1);
    }

    @Test
    void sessionSpeaksToMyAccountBesideCredentialsThatAreNoToken() {
        ContractClient basic = web.withHeader("Authorization", "Basic YWRhOnNlY3JldA==");
        assertThat(basic.myAccount().list().expect(401).header("WWW-Authenticate"))
                .hasValueSatisfying(header -> assertThat(header).startsWith("Bearer "));
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);

        basic.myAccount().list().expect(200);
        basic.myAccount().enroll(new SoftwareAuthenticator()).expect(201);
        web.withHeader("Authorization", "Bearer nonsense").myAccount().list().expect(401);
        web.withHeader("Authorization", "dpop").myAccount().list().expect(401);
    }

    @Test
    void userOfTheApplicationWhoIsNamedLikeAnAccountOfTheKitIsNotItsOwner() {
        web.signup(authenticator, ContractClient.profile(EMAIL)).expect(200);
        web = browser();
        page("/password-login?name=" + name() + "&since=" + Instant.now());

        assertThat(page("/attributes")).startsWith("user=" + name());
        web.myAccount().list().expect(401);
        web.myAccount().create().expect(401);
    }

    @Test
    void loginThatAListenerRefusesIsAServerErrorWhichThePageCanRead() {
        refusing = true;
        Answer answer = web.signup(authenticator, ContractClient.profile(EMAIL)).expectError(500, "server_error");

        assertThat(answer.header("Access-Control-Allow-Origin")).contains(Kit.WEB_ORIGIN);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body().toString()).doesNotContain("no seat left", "Exception", "access_token");
        assertThat(page("/who")).isEqualTo("nobody");
    }

    @Test
    void withoutLoginMyAccountAsksForAuthentication() {
        assertThat(web.myAccount().list().expect(401).header("WWW-Authenticate"))
                .isPresent();
    }

    private ContractClient browser() {
        URI uri = URI.create("http://localhost:" + app.port());
        return ContractClient.of(HttpTransport.to(uri).withCookies(), "web").withOrigin(Kit.WEB_ORIGIN);
    }

    /** What the application knows the person by: the only account there is. */
    private String name() {
        return storage.inTransaction(work -> work.accounts()
                .findByIdentifier("default", new Identifier(IdentifierType.EMAIL, EMAIL))
                .orElseThrow()
                .principalName());
    }

    private String page(String path) {
        return web.send("GET", path).body().asText();
    }

    private void install(ServletContextHandler application) {
        application.setAttribute(LoginListener.class.getName(), (LoginListener) (request, principal) -> {
            if (refusing) {
                throw new IllegalStateException("no seat left");
            }
        });
        application.addFilter(new FilterHolder(new PasskeyFilter(latchkey)), "/*", EnumSet.of(DispatcherType.REQUEST));
        application.addServlet(WhoServlet.class, "/");
    }
}
