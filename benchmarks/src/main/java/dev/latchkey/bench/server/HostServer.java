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
 * A host with a database, Hibernate and sessions, with Latchkey's filter or without. Prints {@code ready PORT} and serves {@code /figures}
 * until it is ended.
 */
public final class HostServer {
    private HostServer() {}

    /** System properties: {@code bench.jdbc} (a URL with user), {@code bench.kit} (whether Latchkey is in), {@code bench.schema} ({@code create} or {@code none}). */
    public static void main(String[] arguments) throws Exception {
        boolean kit = Boolean.getBoolean("bench.kit");
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(System.getProperty("bench.jdbc"));
        pool.setMaximumPoolSize(16);
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                kit ? "host-with-latchkey" : "host",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        new HikariDataSource(pool),
                        "jakarta.persistence.schema-generation.database.action",
                        System.getProperty("bench.schema", "create")));
        HostFigures figures = new HostFigures();
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        application.setAttribute("factory", factory);
        application.addServlet(new ServletHolder(figures), "/figures");
        if (kit) {
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
