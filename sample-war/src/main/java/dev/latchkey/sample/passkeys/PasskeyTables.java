package dev.latchkey.sample.passkeys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Latchkey's tables beside the library's own: the script that Latchkey ships, then the library's foreign keys. */
public final class PasskeyTables {
    private static final String LATCHKEYS = "/dev/latchkey/jpa/migration/h2/V1__latchkey.sql";
    private static final String LIBRARYS = "/passkeys.sql";

    private PasskeyTables() {}

    /** Runs each script unless it ran before. Changes no table of the library. */
    public static void createMissing(Connection connection) throws SQLException, IOException {
        if (!exists(connection, "LATCHKEY_SIGNING_KEY")) {
            run(connection, LATCHKEYS);
        }
        if (!exists(connection, "MEMBER_REFRESH_TOKEN")) {
            run(connection, LIBRARYS);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (ResultSet found = connection.getMetaData().getTables(null, null, table, null)) {
            return found.next();
        }
    }

    private static void run(Connection connection, String script) throws SQLException, IOException {
        try (InputStream in = PasskeyTables.class.getResourceAsStream(script);
                Statement statement = connection.createStatement()) {
            if (in == null) {
                throw new IOException(script + " is missing");
            }
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
