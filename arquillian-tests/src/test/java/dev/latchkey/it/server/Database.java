package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** A database of a server's, in a file, with the tables that the migration script makes. */
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

    /** As the server opens it, alone. */
    String url(Instance instance) {
        return "jdbc:h2:file:" + instance.base().resolve("data").resolve(name().toLowerCase(Locale.ROOT))
                + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /** In the server's memory, empty, for as long as it runs. */
    String memory() {
        return "jdbc:h2:mem:" + name().toLowerCase(Locale.ROOT) + ";DB_CLOSE_DELAY=-1";
    }

    /** Creates it, before the server starts. */
    void create(Instance instance) throws IOException {
        Path script = Path.of(Server.property("migration"), SCRIPT);
        try (Connection connection = DriverManager.getConnection(url(instance), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from '" + script + "'");
        } catch (SQLException e) {
            throw new IOException("no database at " + url(instance), e);
        }
    }
}
