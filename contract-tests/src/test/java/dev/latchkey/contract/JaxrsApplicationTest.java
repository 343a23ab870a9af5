package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.Latchkey;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.contract.HostApplications.Alone;
import dev.latchkey.contract.HostApplications.AloneToo;
import dev.latchkey.contract.HostApplications.Behind;
import dev.latchkey.contract.HostApplications.Guarded;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Transport;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AbstractStringAssert;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host's own JAX-RS application at {@code /shop/api} that got the feature; run with each JAX-RS implementation. */
class JaxrsApplicationTest {
    private static final String ORIGIN = "http://localhost:3000";
    private static final String APP_ORIGIN = "http://localhost:3001";

    private final TestDatabase database = TestDatabase.open();
    private final LatchkeyConfig config = LatchkeyConfig.builder()
            .domain("localhost")
            .client(
                    "web",
                    client -> client.allowedOrigins(ORIGIN).sessionLogin(true).myAccount(true))
            .client("app", client -> client.allowedOrigins(APP_ORIGIN).myAccount(true))
            .keys(keys -> keys.secret("a secret that these tests alone know"))
            .login(login -> login.session(true))
            .myAccount(account -> account.session(true))
            .storage(storage -> storage.entityManagerFactory("factory"))
            .build();
    private final Storage storage =
            new JpaStorageProvider().open(config.storage(), config.accounts(), name -> Optional.of(database.factory()));
    private final Latchkey latchkey = Latchkey.builder(config, storage).build();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @BeforeEach
    void prepare() {
        Alone.given = Optional.of(latchkey);
        context.setContextPath("/shop");
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(context);
    }

    @AfterEach
    void stop() {
        LifeCycle.stop(server);
        storage.close();
        database.close();
    }

    @Test
    void endpointsAreBelowTheApplicationsPath() throws Exception {
        start(Alone.class);
        ContractClient app = client("app");

        String token = Scenario.tokenOf(app.withOrigin(APP_ORIGIN), "https://localhost/me/", "ann@example.com");

        assertThat(app.discovery().text("issuer")).isEqualTo("https://localhost/");
        assertThat(app.discovery().text("token_endpoint")).isEqualTo("https://localhost/shop/api/oauth/token");
        assertThat(app.withBearer(token).myAccount().create().expect(202).header("Location"))
                .contains(base() + "/me/v1/authentication-methods/passkey%7Cnew");
    }

    @Test
    void proofOfAKeyIsForThePathOfTheApplication() throws Exception {
        start(Alone.class);

        assertThat(client("app")
                        .withOrigin(APP_ORIGIN)
                        .withDpop(base(), DpopKey.es256())
                        .signup(authenticator, profile("dora@example.com"))
                        .expect(200)
                        .text("token_type"))
                .isEqualTo("DPoP");
    }

    @Test
    void hostsOwnResourcesAnswerEverythingElse() throws Exception {
        start(Alone.class);
        ContractClient app = client("app");

        assertThat(get("/orders")).isEqualTo("the application");
        assertThat(get("/passkey")).isEqualTo("the application");
        assertThat(get("/.well-known/assetlinks.json")).isEqualTo("the application");
        assertThat(app.send(
                                "POST",
                                "/host/echo",
                                Map.of("Content-Type", "application/json", "Accept", "application/json"),
                                Bytes.utf8("{\"a\":1}"))
                        .expect(200)
                        .body()
                        .at("/echo/a")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void hostsOwnRequestsPassOnWithWhatNoUriMayHold() throws Exception {
        start(Alone.class);

        assertThat(new String(getRaw("/orders?colour=red|blue").body().toArray(), UTF_8))
                .isEqualTo("the application");
    }

    @Test
    void rawBarInAPathIsTakenWithoutTheFilter() throws Exception {
        Deployment.allowRawBar(connector);
        start(Alone.class);

        assertThat(getRaw("/me/v1/authentication-methods/passkey|dev_1").status())
                .isEqualTo(Door.ofThisRun().takesRawBar() ? 401 : 500);
    }

    @Test
    void hostsOwnFilterThatRefusesEverybodyDoesNotStandBeforeTheEndpoints() throws Exception {
        start(Guarded.class);
        ContractClient app = client("app");

        app.send("GET", "/orders").expect(401);
        app.passkeyChallenge().expect(200);
    }

    @Test
    void behindTheFilterASignInLogsTheBrowserIn() throws Exception {
        Door.filter(context, latchkey).setInitParameter("application-path", "/api");
        start(Behind.class);
        ContractClient page =
                ContractClient.of(HttpTransport.to(base()).withCookies(), "web").withOrigin(ORIGIN);

        page.signup(authenticator, profile("bea@example.com")).expect(200);

        assertThat(page.myAccount().list().expect(200).body().at("/authentication_methods"))
                .hasSize(1);
        Shapes.problem(client("web").withOrigin(ORIGIN).myAccount().list(), 401);
    }

    @Test
    void withoutTheFilterASignInThatShouldLogTheBrowserInFailsVisiblyAndStoresNothing() throws Exception {
        start(Alone.class);
        ContractClient page = client("web").withOrigin(ORIGIN);
        Answer challenge = page.passkeyRegister(profile("cleo@example.com")).expect(200);
        ObjectNode answer = page.create(authenticator, challenge, Bend.none());

        Shapes.oauthError(page.token(challenge.text("auth_session"), answer), 500, "server_error");

        for (String table : List.of("account", "user_handle", "passkey", "spent_session", "refresh_token")) {
            assertThat(database.rows("latchkey_" + table)).as(table).isZero();
        }
    }

    @Test
    void withoutTheFilterTheFirstRequestIsToldOnceThatNoSignInCanLogIn() throws Exception {
        start(Alone.class);

        Warnings.into(lines, () -> {
            client("app").passkeyChallenge().expect(200);
            return client("web").passkeyChallenge().expect(200);
        });

        assertThat(lines)
                .filteredOn(line -> line.startsWith("latchkey.login.session = true"))
                .singleElement()
                .asString()
                .contains("dev.latchkey.servlet.PasskeyFilter", "application-path");
    }

    @Test
    void withoutTheFilterTheFirstRequestIsToldOnceThatNoAddressIsLimited() throws Exception {
        start(Alone.class);

        Warnings.into(lines, () -> {
            client("app").passkeyChallenge().expect(200);
            return client("app").passkeyChallenge().expect(200);
        });

        assertThat(lines)
                .filteredOn(line -> line.startsWith("latchkey.rate-limits.address"))
                .singleElement()
                .asString()
                .contains("dev.latchkey.servlet.PasskeyFilter", "application-path");
    }

    @Test
    void kitThatNobodyHandsOnLeavesEveryRequestToTheApplication() throws Exception {
        start(Behind.class);

        assertThat(get("/passkey/challenge")).isEqualTo("the application");
    }

    @Test
    void filterThatServesBesideTheFeatureIsToldAtTheStart() throws Exception {
        context.setClassLoader(new URLClassLoader(new URL[0], getClass().getClassLoader()));
        Door.filter(context, latchkey);

        assertToldOfTwoDoors().contains("the servlet filter ", "PasskeyFeature", "latchkey.filter.application-path");
    }

    @Test
    void twoApplicationsThatServeTheSameAreToldAtTheStart() throws Exception {
        context.setClassLoader(new URLClassLoader(new URL[0], getClass().getClassLoader()));
        ((JaxrsDoor) Door.ofThisRun()).mount(context, AloneToo.class, "/other");

        assertToldOfTwoDoors().containsPattern("PasskeyFeature.* and PasskeyFeature");
    }

    private AbstractStringAssert<?> assertToldOfTwoDoors() throws Exception {
        Warnings.into(lines, () -> {
            start(Alone.class);
            return get("/orders");
        });

        return assertThat(lines)
                .filteredOn(line -> line.startsWith("The passkey endpoints have 2 doors in this application"))
                .singleElement()
                .asString();
    }

    private void start(Class<? extends Application> application) throws Exception {
        ((JaxrsDoor) Door.ofThisRun()).mount(context, application, "/api");
        server.start();
    }

    private ContractClient client(String id) {
        return ContractClient.of(HttpTransport.to(base()), id);
    }

    private URI base() {
        return URI.create("http://localhost:" + connector.getLocalPort() + "/shop/api");
    }

    private String get(String path) throws IOException {
        var request = new Transport.Request("GET", path, Map.of(), Bytes.copyOf());
        return new String(HttpTransport.to(base()).send(request).body().toArray(), UTF_8);
    }

    private Transport.Response getRaw(String path) throws IOException {
        return new RawTransport(connector.getLocalPort(), "localhost")
                .send("GET /shop/api" + path, List.of(), Bytes.copyOf());
    }
}
