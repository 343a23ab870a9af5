package dev.latchkey.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.bench.server.HostKind;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.util.List;

/**
 * One start of a host.
 *
 * @param millis from the JVM's start until it serves
 * @param heap in MiB, after a collection
 * @param metaspace in MiB, with the class space
 * @param page the time of the host's own page, which is asked for before anything else, in milliseconds
 * @param logins the times of the sign-ins after it, in milliseconds
 */
record HostStart(double millis, double heap, double metaspace, double page, List<Double> logins) {
    private static final double MEBIBYTE = 1024 * 1024;

    HostStart {
        logins = List.copyOf(logins);
    }

    double memory() {
        return heap + metaspace;
    }

    /** What comes after {@code java}. */
    static List<String> command(String url, HostKind kind, String schema) {
        return List.of(
                "-Xmx512m",
                "-Dbench.jdbc=" + url,
                "-Dbench.host=" + kind,
                "-Dbench.schema=" + schema,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.latchkey.bench.server.HostServer");
    }

    /** Starts it, waits, lets somebody sign in so often, and asks for its figures. */
    static HostStart of(List<String> command, long pauseMillis, SoftwareAuthenticator person, int logins)
            throws IOException, InterruptedException {
        LatchkeyTarget target = new LatchkeyTarget("profile");
        try (ServerProcess server = new ServerProcess(command)) {
            Thread.sleep(pauseMillis);
            try (HttpConnection connection = new HttpConnection(server.port())) {
                long start = System.nanoTime();
                connection.get("/sign-in.html", Target.ORIGIN);
                double page = (System.nanoTime() - start) / 1e6;
                Double[] times = new Double[logins];
                for (int i = 0; i < logins; i++) {
                    times[i] = target.signIn(connection, person) / 1e6;
                }
                JsonNode figures = Target.json(connection.get("/figures", Target.ORIGIN));
                return new HostStart(
                        figures.path("start").longValue(),
                        figures.path("heap").longValue() / MEBIBYTE,
                        figures.path("metaspace").longValue() / MEBIBYTE,
                        page,
                        List.of(times));
            }
        }
    }
}
