package dev.latchkey.bench.load;

import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A Latchkey with so many users on a database of its own, asked over one connection at a time. Used by one thread. */
final class GrownServer implements AutoCloseable {
    /** How many accounts are given further passkeys: as many at each size, so that they have equally many. */
    private static final int ENROLLING = 1_000;

    private static final String SCHEMA = "/dev/latchkey/jpa/migration/postgresql/V1__latchkey.sql";

    private final LatchkeyTarget target = new LatchkeyTarget("profile");
    private final Random random = new Random(1);
    private final ServerProcess server;
    private final Population population;

    GrownServer(int users, Postgres postgres) throws IOException {
        String url = postgres.newDatabase();
        Postgres.run(url, schema());
        server = new ServerProcess(
                Contestant.latchkey("", "JVM", "profile", true).command(url, "none"));
        try (HttpConnection connection = new HttpConnection(server.port())) {
            SoftwareAuthenticator original = Population.newAuthenticator();
            target.signUp(connection, original, "original");
            population = Population.copy(url, users, original);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    int users() {
        return population.size();
    }

    /** The median of sign-ins of people anywhere in the table, in milliseconds. */
    double signIn(int count) throws IOException {
        long[] nanos = new long[count];
        try (HttpConnection connection = new HttpConnection(server.port())) {
            for (int i = 0; i < count; i++) {
                nanos[i] = target.signIn(connection, population.person(1 + random.nextInt(population.size())));
            }
        }
        return median(nanos);
    }

    /** The median of enrollments (two requests each), in milliseconds. */
    double enroll(int count) throws IOException {
        long[] nanos = new long[count];
        int apart = Math.max(1, population.size() / ENROLLING);
        try (HttpConnection connection = new HttpConnection(server.port())) {
            for (int i = 0; i < count; i++) {
                int number = 1 + apart * random.nextInt(Math.min(ENROLLING, population.size()));
                nanos[i] = target.enroll(connection, population.person(number));
            }
        }
        return median(nanos);
    }

    private static double median(long... nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private static String schema() throws IOException {
        try (InputStream in = GrownServer.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IOException(SCHEMA + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void closeAll(List<GrownServer> servers) throws IOException {
        for (GrownServer each : servers) {
            each.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
