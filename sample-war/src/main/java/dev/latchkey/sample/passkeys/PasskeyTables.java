package dev.latchkey.sample.passkeys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The kit's tables beside the library's own, made by the script that the kit ships. */
public final class PasskeyTables {
    private static final String SCRIPT = "/dev/latchkey/jpa/migration/h2/V1__latchkey.sql";
    private static final String LAST_TABLE = "LATCHKEY_SIGNING_KEY";

    private PasskeyTables() {}

    /** Runs the script unless it ran before. Changes no table of the library. */
    public static void createMissing(Connection connection) throws SQLException, IOException {
        if (!exist(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(script());
            }
        }
    }

    private static boolean exist(Connection connection) throws SQLException {
        try (ResultSet found = connection.getMetaData().getTables(null, null, LAST_TABLE, null)) {
            return found.next();
        }
    }

    private static String script() throws IOException {
        try (InputStream script = PasskeyTables.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IOException(SCRIPT + " is missing from latchkey-jpa");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
