package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.h2.tools.Server;

/**
 * A database with the tables that the migration script makes. It is served by the process of the tests: in the server's it
 * would have threads, which the first application that asks for a connection gives its class loader to.
 */
public enum Database {
    /** What most applications have. */
    LATCHKEY,
    /** For a second application beside the first. */
    OTHER;

    static final String USER = "latchkey";
    private static final String SCRIPT = "V1__latchkey.sql";

    /** The last part of its name in the server's JNDI tree, for example {@code jdbc/latchkey}. */
    String jndi() {
        return "jdbc/" + name().toLowerCase(Locale.ROOT);
    }

    /** As server and tests open it. */
    String url(Instance instance) {
        return "jdbc:h2:tcp://localhost:%d/%s"
                .formatted(
                        Listener.SERVER.getPort(),
                        instance.base().resolve("data").resolve(name().toLowerCase(Locale.ROOT)));
    }

    /** In the server's memory, empty, for as long as it runs. */
    String memory() {
        return "jdbc:h2:mem:" + name().toLowerCase(Locale.ROOT) + ";DB_CLOSE_DELAY=-1";
    }

    /** Creates it, before the server starts. */
    void create(Instance instance) throws IOException {
        Path script = Path.of(dev.latchkey.it.server.Server.property("migration"), SCRIPT);
        try (Connection connection = DriverManager.getConnection(url(instance), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from '" + script + "'");
        } catch (SQLException e) {
            throw new IOException("no database at " + url(instance), e);
        }
    }

    /** Where the databases are served, on the loopback address. */
    private static final class Listener {
        static final Server SERVER = start();

        private static Server start() {
            try {
                return Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists")
                        .start();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
