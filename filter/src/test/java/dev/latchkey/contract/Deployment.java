package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.config.Realm.TakenIdentifier;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.servlet.PasskeyFilter;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.hibernate.SessionFactory;

/**
 * The kit in a web application of its own, over an H2 database of its own. Its clients: {@code web} (public, passkey and refresh grants, My
 * Account), {@code backend} (confidential), {@code readonly} (public, passkeys only, no My Account) and {@code nothing} (no passkey grant).
 */
final class Deployment implements AutoCloseable {
    static final String ORIGIN = "http://localhost:3000";
    static final String OTHER_ORIGIN = "http://localhost:3001";
    static final String BACKEND_SECRET = "a secret of the backend";

    private static final String FACTORY = "entityManagerFactory";

    private final EntityManagerFactory factory;
    private final Storage storage;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    private Deployment(LatchkeyConfig config, Clock clock) throws Exception {
        factory = Persistence.createEntityManagerFactory(
                "latchkey",
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "hibernate.generate_statistics",
                        "true",
                        "hibernate.connection.pool_size",
                        "40",
                        "hibernate.session_factory.statement_inspector",
                        SentStatements.class.getName()));
        storage = new JpaStorageProvider().open(config.storage(), config.accounts(), name -> Optional.of(factory));
        Latchkey latchkey = Latchkey.builder(config, storage).clock(clock).build();
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        application.addFilter(new FilterHolder(new PasskeyFilter(latchkey)), "/*", EnumSet.of(DispatcherType.REQUEST));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(application);
        server.start();
        SentStatements.take();
    }

    static Deployment start() throws Exception {
        return start(config -> {}, Clock.systemUTC());
    }

    /** A deployment that differs from the usual one. */
    static Deployment start(Consumer<LatchkeyConfigBuilder> changes, Clock clock) throws Exception {
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
                .keys(keys -> keys.secret("a secret that these tests alone know"))
                .storage(settings -> settings.entityManagerFactory(FACTORY));
        changes.accept(config);
        return new Deployment(config.build(), clock);
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
        return ContractClient.of(HttpTransport.to(uri()), id);
    }

    URI uri() {
        return URI.create("http://localhost:" + connector.getLocalPort());
    }

    /** The number of transactions since the start. */
    long transactions() {
        return factory.unwrap(SessionFactory.class).getStatistics().getTransactionCount();
    }

    /** The number of rows of a table. */
    long rows(String table) {
        return factory.unwrap(SessionFactory.class)
                .fromSession(session -> session.createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        storage.close();
        factory.close();
    }
}
