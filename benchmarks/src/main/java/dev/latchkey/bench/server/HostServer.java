package dev.latchkey.bench.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.servlet.PasskeyFilter;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.servlet.DispatcherType;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/**
 * A host with a database, Hibernate and sessions, with what its kind says. Prints {@code ready PORT} and serves {@code /sign-in.html}
 * and {@code /figures} until it is ended.
 */
public final class HostServer {
    private HostServer() {}

    /** System properties: {@code bench.jdbc} (a URL with user), {@code bench.host} ({@link HostKind}), {@code bench.schema} ({@code create} or {@code none}). */
    public static void main(String[] arguments) throws Exception {
        HostKind kind = HostKind.valueOf(System.getProperty("bench.host"));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(System.getProperty("bench.jdbc"));
        pool.setMaximumPoolSize(16);
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                kind.persistenceUnit(),
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        new HikariDataSource(pool),
                        "jakarta.persistence.schema-generation.database.action",
                        System.getProperty("bench.schema", "create")));
        HostFigures figures = new HostFigures();
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        application.setAttribute("factory", factory);
        application.addServlet(new ServletHolder(figures), "/figures");
        application.addServlet(new ServletHolder(new HostPage()), "/sign-in.html");
        if (kind == HostKind.TABLES) {
            ProviderWork.run(factory);
        }
        if (kind == HostKind.LATCHKEY) {
            application.addFilter(PasskeyFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(application);
        server.start();
        figures.started(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
        System.out.println("ready " + server.getURI().getPort());
        server.join();
    }
}
