package dev.latchkey.bench.load;

import java.util.ArrayList;
import java.util.List;

/**
 * A server that takes part.
 *
 * @param name in the table
 * @param target how to sign up and in
 * @param postgres whether it runs on PostgreSQL, else on H2 in its own memory
 * @param command what comes after {@code java}, but for the database
 */
record Contestant(String name, Target target, boolean postgres, List<String> command) {
    private static final String H2 = "jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1;USER=sa";

    /** Latchkey's filter, with a provider of signatures and the scope that tokens are asked for. */
    static Contestant latchkey(String name, String crypto, String scope, boolean postgres) {
        return latchkey(name, crypto, "ES256", scope, postgres);
    }

    /** The same without any signature of its own: access tokens by HS256, and no ID tokens. */
    static Contestant sessionOnly(String name, String crypto) {
        return latchkey(name, crypto, "HS256", "profile", true);
    }

    private static Contestant latchkey(String name, String crypto, String algorithm, String scope, boolean postgres) {
        return new Contestant(
                name,
                new LatchkeyTarget(scope),
                postgres,
                List.of(
                        "-Xmx512m",
                        "-Dbench.crypto=" + crypto,
                        "-Dbench.algorithm=" + algorithm,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.latchkey.bench.server.LatchkeyServer"));
    }

    List<String> command(String url) {
        List<String> whole = new ArrayList<>(List.of("-Dbench.jdbc=" + (postgres ? url : H2)));
        whole.addAll(command);
        return whole;
    }
}
