package dev.latchkey.bench.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.Latchkey;
import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.CryptoProvider;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.servlet.PasskeyFilter;
import dev.latchkey.storage.Storage;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** A deployment of the sample's size on the loopback address. Prints {@code ready PORT} and serves until it is ended. */
public final class LatchkeyServer {
    private LatchkeyServer() {}

    /**
     * System properties: {@code bench.jdbc} (a URL with user), {@code bench.crypto} ({@link CryptoProvider}), {@code bench.algorithm}
     * ({@link AccessTokenAlgorithm}), {@code bench.schema} ({@code none} where the tables are there).
     */
    public static void main(String[] arguments) throws Exception {
        LatchkeyConfig config = config(
                CryptoProvider.valueOf(System.getProperty("bench.crypto", "JVM")),
                AccessTokenAlgorithm.valueOf(System.getProperty("bench.algorithm", "ES256")));
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                "latchkey",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        pool(System.getProperty("bench.jdbc")),
                        "jakarta.persistence.schema-generation.database.action",
                        System.getProperty("bench.schema", "create")));
        Storage storage =
                new JpaStorageProvider().open(config.storage(), config.accounts(), name -> Optional.of(factory));
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        application.addServlet(DefaultServlet.class, "/");
        application.addFilter(
                new FilterHolder(
                        new PasskeyFilter(Latchkey.builder(config, storage).build())),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(application);
        server.start();
        System.out.println("ready " + server.getURI().getPort());
        server.join();
    }

    private static LatchkeyConfig config(CryptoProvider crypto, AccessTokenAlgorithm algorithm) {
        return LatchkeyConfig.builder()
                .domain("localhost")
                .client("web", client -> client.allowedOrigins("http://localhost:3000")
                        .grants(Grant.PASSKEY)
                        .myAccount(true)
                        .sessionLogin(true))
                .login(login -> login.session(true))
                .keys(keys -> keys.secret("a secret of the benchmarks, of thirty-two"))
                .crypto(section -> section.provider(crypto))
                .tokens(tokens -> tokens.accessTokenAlgorithm(algorithm))
                .rateLimits(limits -> limits.enabled(false))
                .storage(section -> section.entityManagerFactory("factory"))
                .build();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(16);
        return new HikariDataSource(pool);
    }
}
