package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.config.Realm.TakenIdentifier;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.jpa.JpaStorage;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The kit in a web application of its own, over an H2 database. Its clients: {@code web} (public, passkey and refresh grants, My Account),
 * {@code backend} (confidential), {@code readonly} (public, passkeys only, no My Account) and {@code nothing} (no passkey grant).
 */
final class Deployment implements AutoCloseable {
    static final String ORIGIN = "http://localhost:3000";
    static final String OTHER_ORIGIN = "http://localhost:3001";
    static final String BACKEND_SECRET = "a secret of the backend";
    static final String KEYS_SECRET = "a secret that these tests alone know";

    private static final String FACTORY = "entityManagerFactory";

    private final TestDatabase database;
    private final boolean ownsDatabase;
    private final Storage storage;
    private final List<PasskeyEvent> events = new CopyOnWriteArrayList<>();
    private final Latchkey latchkey;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    private Deployment(
            LatchkeyConfig config,
            Storage storage,
            Consumer<Latchkey.Builder> parts,
            TestDatabase database,
            boolean ownsDatabase)
            throws Exception {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.storage = storage;
        Latchkey.Builder builder = Latchkey.builder(config, storage).events(events::add);
        parts.accept(builder);
        latchkey = builder.build();
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        Door.ofThisRun().open(application, latchkey);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        allowRawBar(connector);
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
        awaitWarmUp();
        SentStatements.take();
    }

    /** Of the first kit of this JVM: its statements are nobody's whom a test counts. */
    private static void awaitWarmUp() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("latchkey-warm-up")) {
                thread.join();
            }
        }
    }

    /** Jetty refuses a raw bar in a path by itself, before any filter sees the request. */
    static void allowRawBar(ServerConnector connector) {
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setUriCompliance(UriCompliance.DEFAULT.with("raw bar", Violation.ILLEGAL_PATH_CHARACTERS));
    }

    static Deployment start() throws Exception {
        return start(config -> {}, Clock.systemUTC());
    }

    static Deployment start(Consumer<LatchkeyConfigBuilder> changes) throws Exception {
        return start(changes, Clock.systemUTC());
    }

    /** A deployment that differs from the usual one. */
    static Deployment start(Consumer<LatchkeyConfigBuilder> changes, Clock clock) throws Exception {
        return startWith(changes, builder -> builder.clock(clock));
    }

    /** A deployment with parts of its own: another time, chosen randomness. */
    static Deployment startWith(Consumer<LatchkeyConfigBuilder> changes, Consumer<Latchkey.Builder> parts)
            throws Exception {
        TestDatabase database = TestDatabase.open();
        LatchkeyConfig config = configuration(changes);
        return new Deployment(config, storage(config, database), parts, database, true);
    }

    /** A deployment over accounts that are in no table. */
    static Deployment startOver(AccountStore accounts, Consumer<LatchkeyConfigBuilder> changes) throws Exception {
        TestDatabase database = TestDatabase.open();
        Storage storage = JpaStorage.over(database.factory(), accounts);
        return new Deployment(configuration(changes), storage, builder -> {}, database, true);
    }

    /** A second node over the same database, to be closed before the first. */
    Deployment node(Consumer<LatchkeyConfigBuilder> changes) throws Exception {
        return node(changes, Clock.systemUTC());
    }

    /** As {@link #node(Consumer)}, at another time. */
    Deployment node(Consumer<LatchkeyConfigBuilder> changes, Clock clock) throws Exception {
        return over(database, changes, clock);
    }

    /** A node over a database that the test closes. */
    static Deployment over(TestDatabase database, Consumer<LatchkeyConfigBuilder> changes, Clock clock)
            throws Exception {
        LatchkeyConfig config = configuration(changes);
        return new Deployment(config, storage(config, database), builder -> builder.clock(clock), database, false);
    }

    private static Storage storage(LatchkeyConfig config, TestDatabase database) {
        return new JpaStorageProvider()
                .open(config.storage(), config.accounts(), name -> Optional.of(database.factory()));
    }

    private static LatchkeyConfig configuration(Consumer<LatchkeyConfigBuilder> changes) {
        LatchkeyConfigBuilder config = LatchkeyConfig.builder()
                .domain("localhost")
                .client("web", client -> client.allowedOrigins(ORIGIN)
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                        .myAccount(true))
                .client("backend", client -> client.secrets(BACKEND_SECRET)
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                        .myAccount(true))
                .client("readonly", client -> client.allowedOrigins(OTHER_ORIGIN))
                .client("nothing", client -> client.grants(Grant.REFRESH_TOKEN))
                .keys(keys -> keys.secret(KEYS_SECRET))
                .rateLimits(limits -> limits.enabled(false))
                .storage(settings -> settings.entityManagerFactory(FACTORY));
        changes.accept(config);
        return config.build();
    }

    /** A signup that costs no query before its answer. */
    static void takenIdentifierAtExchange(LatchkeyConfigBuilder config) {
        config.realm("default", realm -> realm.takenIdentifier(TakenIdentifier.AT_EXCHANGE));
    }

    /** The web client on its own origin. */
    ContractClient web() {
        return client("web").withOrigin(ORIGIN);
    }

    /** A client that sends no {@code Origin}. */
    ContractClient client(String id) {
        return ContractClient.of(new DescribedTransport(HttpTransport.to(uri())), id);
    }

    /** A client that sends no {@code Origin}, and that names this host in its requests. */
    ContractClient clientOf(String host, String id) {
        return ContractClient.of(new DescribedTransport(new RawTransport(port(), host)), id);
    }

    /** How long connections that are made from now on may send nothing. */
    void idleTimeout(Duration timeout) {
        connector.setIdleTimeout(timeout.toMillis());
    }

    /** The kit itself, as the host's own code has it. */
    Latchkey latchkey() {
        return latchkey;
    }

    /** What happened since it was last asked, and is forgotten now. */
    List<PasskeyEvent> takeEvents() {
        List<PasskeyEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    Storage storage() {
        return storage;
    }

    URI uri() {
        return URI.create("http://localhost:" + port());
    }

    int port() {
        return connector.getLocalPort();
    }

    TestDatabase database() {
        return database;
    }

    /** The number of transactions so far. */
    long transactions() {
        return database.transactions();
    }

    /** The number of rows of a table. */
    long rows(String table) {
        return database.rows(table);
    }

    /** How much there is: accounts, user handles, passkeys, spent sessions, refresh tokens. */
    String contents() {
        return rows("latchkey_account") + " accounts, " + rows("latchkey_user_handle") + " handles, "
                + rows("latchkey_passkey") + " passkeys, " + rows("latchkey_spent_session") + " spent, "
                + rows("latchkey_refresh_token") + " refresh tokens";
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        storage.close();
        if (ownsDatabase) {
            database.close();
        }
    }
}
