package dev.latchkey.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.Latchkey;
import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.servlet.PasskeyFilter;
import dev.latchkey.storage.Storage;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.servlet.DispatcherType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/**
 * One of several nodes, in a process of its own on the loopback address. Says {@code ready PORT}, and then answers each line of its input
 * by one of its output: {@code rotate} by {@code rotated}, {@code figures} by bytes of heap after a collection and number of threads.
 */
final class Node {
    static final String ORIGIN = "http://localhost:3000";
    static final String READY = "ready ";

    private Node() {}

    /**
     * System properties: {@code node.database} (URL with user), {@code node.clock} (how far it is ahead, as ISO 8601),
     * {@code node.residents} (whether the accounts are the application's own).
     */
    public static void main(String[] arguments) throws Exception {
        Latchkey latchkey = latchkey(
                System.getProperty("node.database"),
                Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty("node.clock"))));
        ServletContextHandler application = new ServletContextHandler();
        application.addServlet(DefaultServlet.class, "/");
        application.addFilter(new FilterHolder(new PasskeyFilter(latchkey)), "/*", EnumSet.of(DispatcherType.REQUEST));
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(application);
        server.start();
        System.out.println(READY + server.getURI().getPort());
        obey(latchkey);
        server.stop();
    }

    private static void obey(Latchkey latchkey) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(
                    switch (line) {
                        case "rotate" -> rotated(latchkey);
                        case "figures" -> figures();
                        default -> "unknown: " + line;
                    });
        }
    }

    private static String rotated(Latchkey latchkey) {
        latchkey.rotateSigningKeys();
        return "rotated";
    }

    private static String figures() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() + " "
                + ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static Latchkey latchkey(String database, Clock clock) {
        LatchkeyConfigBuilder settings = LatchkeyConfig.builder()
                .domain("localhost")
                .client("web", client -> client.allowedOrigins(ORIGIN)
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                        .myAccount(true))
                .keys(keys -> keys.secret("a secret that all nodes share, of some length"))
                .rateLimits(limits -> limits.enabled(false))
                .storage(storage -> storage.entityManagerFactory("factory"));
        if (Boolean.getBoolean("node.residents")) {
            settings.accounts(accounts -> accounts.entity("Resident")
                    .attribute(AccountAttribute.ID, "id")
                    .attribute(AccountAttribute.EMAIL, "email"));
        }
        LatchkeyConfig config = settings.build();
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                "latchkey", Map.of("jakarta.persistence.nonJtaDataSource", pool(database)));
        Storage storage =
                new JpaStorageProvider().open(config.storage(), config.accounts(), name -> Optional.of(factory));
        return Latchkey.builder(config, storage).clock(clock).build();
    }

    /** One that starts without a database, and lets no request wait for long. */
    private static HikariDataSource pool(String database) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database);
        pool.setMaximumPoolSize(8);
        pool.setConnectionTimeout(1000);
        pool.setValidationTimeout(500);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }
}
