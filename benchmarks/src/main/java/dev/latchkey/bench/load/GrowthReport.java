package dev.latchkey.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures sign-ins and enrollments among more and more users, and writes {@code growth.md} and {@code growth.svg}. */
public final class GrowthReport {
    private GrowthReport() {}

    /**
     * System properties: {@code bench.sizes} (1000,10000,100000,1000000), {@code bench.warmup} (6000 sign-ins of each), {@code
     * bench.logins} (2000 a round), {@code bench.enrollments} (500 a round), {@code bench.rounds} (5).
     *
     * @param arguments the directory to write into
     */
    public static void main(String[] arguments) throws Exception {
        Signatures.makeFast();
        int warmUp = Integer.getInteger("bench.warmup", 6_000);
        int logins = Integer.getInteger("bench.logins", 2_000);
        int enrollments = Integer.getInteger("bench.enrollments", 500);
        int rounds = Integer.getInteger("bench.rounds", 5);
        List<GrownServer> servers = new ArrayList<>();
        try (Postgres postgres = new Postgres()) {
            try {
                for (int users : sizes()) {
                    Progress.say("%,d users: filling and warming up".formatted(users));
                    GrownServer server = new GrownServer(users, postgres);
                    servers.add(server);
                    server.signIn(warmUp);
                    server.enroll(Math.max(1, warmUp / 10));
                }
                List<Growth> measured = rounds(servers, rounds, logins, enrollments);
                String setting = "After %d logins to warm up, %d rounds of %d logins and %d enrollments at each size"
                        .formatted(warmUp, rounds, logins, enrollments);
                new GrowthPage(setting, postgres.version(), measured).write(Path.of(arguments[0]));
            } finally {
                GrownServer.closeAll(servers);
            }
        }
    }

    private static List<Growth> rounds(List<GrownServer> servers, int rounds, int logins, int enrollments)
            throws IOException {
        List<Growth> measured = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Progress.say("round " + round + " of " + rounds);
            for (GrownServer server : servers) {
                Growth growth = new Growth(server.users(), server.signIn(logins), server.enroll(enrollments));
                measured.add(growth);
                System.out.printf(
                        Locale.ROOT, "| %,d | %.2f | %.2f |%n", growth.users(), growth.login(), growth.enrollment());
            }
        }
        return measured;
    }

    private static int[] sizes() {
        return Arrays.stream(System.getProperty("bench.sizes", "1000,10000,100000,1000000")
                        .split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
