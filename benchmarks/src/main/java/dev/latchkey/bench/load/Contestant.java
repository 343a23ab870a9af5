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
    static final String QUARKUS = "Quarkus";
    static final String SPRING = "Spring Security";
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

    /** Spring Security's passkeys, see {@code spring-app}. */
    static Contestant spring() {
        return new Contestant(
                SPRING,
                new SpringTarget(),
                true,
                List.of("-Xmx512m", "-cp", PeerApps.springClassPath(), "dev.latchkey.bench.spring.SpringServer"));
    }

    /** Quarkus's WebAuthn extension, see {@code quarkus-app}. */
    static Contestant quarkus() {
        return new Contestant(
                QUARKUS, new QuarkusTarget(), true, List.of("-Xmx512m", "-jar", PeerApps.QUARKUS_JAR.toString()));
    }

    List<String> command(String url) {
        return command(url, "create");
    }

    /**
     * What comes after {@code java}.
     *
     * @param url of PostgreSQL
     * @param schema {@code create}, or {@code none} where the tables are there
     */
    List<String> command(String url, String schema) {
        List<String> whole =
                new ArrayList<>(List.of("-Dbench.jdbc=" + (postgres ? url : H2), "-Dbench.schema=" + schema));
        whole.addAll(command);
        return whole;
    }
}
