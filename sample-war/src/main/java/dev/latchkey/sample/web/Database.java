package dev.latchkey.sample.web;

import dev.latchkey.sample.passkeys.PasskeyTables;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Opens the library's database when the application starts and closes it when it stops. The files are kept in the
 * directory that the system property {@code sample.data} names, else in the container's directory for temporary files.
 */
public final class Database implements ServletContextListener {

    /** The servlet context's attribute that holds the {@link DataSource}. */
    public static final String ATTRIBUTE = "library.dataSource";

    private Optional<JdbcConnectionPool> pool = Optional.empty();

    public static DataSource of(ServletContext context) {
        return (DataSource) context.getAttribute(ATTRIBUTE);
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        String url = "jdbc:h2:file:" + directory(context).resolve("library") + ";DB_CLOSE_ON_EXIT=FALSE";
        JdbcConnectionPool opened = JdbcConnectionPool.create(url, "library", "");
        pool = Optional.of(opened);
        try (Connection connection = opened.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
            PasskeyTables.createMissing(connection);
        } catch (SQLException | IOException e) {
            opened.dispose();
            throw new IllegalStateException("The library's database cannot be opened at " + url, e);
        }
        context.setAttribute(ATTRIBUTE, opened);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        pool.ifPresent(JdbcConnectionPool::dispose);
    }

    private static Path directory(ServletContext context) {
        File temporary = (File) context.getAttribute(ServletContext.TEMPDIR);
        return Path.of(System.getProperty("sample.data", temporary.getPath())).toAbsolutePath();
    }

    private static String schema() throws IOException {
        try (InputStream script = Database.class.getResourceAsStream("/library.sql")) {
            if (script == null) {
                throw new IOException("library.sql is missing from the application");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
