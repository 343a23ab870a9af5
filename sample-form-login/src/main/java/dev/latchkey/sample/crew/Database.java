package dev.latchkey.sample.crew;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Makes the tables at the first start: the application's own, and the passkeys' by the script that Latchkey ships. */
public final class Database implements ServletContextListener {
    private static final String OWN = "crew.sql";
    private static final String PASSKEYS = "dev/latchkey/jpa/migration/h2/V1__latchkey.sql";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            runUnlessThere(statement, "CREW", OWN);
            runUnlessThere(statement, "LATCHKEY_PASSKEY", PASSKEYS);
        } catch (NamingException | SQLException e) {
            throw new IllegalStateException("The database jdbc/crew is not ready", e);
        }
    }

    @SuppressWarnings("BanJNDI")
    private static Connection connect() throws NamingException, SQLException {
        DataSource database = InitialContext.doLookup("java:comp/env/jdbc/crew");
        return database.getConnection();
    }

    private static void runUnlessThere(Statement statement, String table, String script) throws SQLException {
        try (ResultSet found = statement.getConnection().getMetaData().getTables(null, null, table, null)) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("runscript from 'classpath:" + script + "'");
    }
}
