package dev.latchkey.bench.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Drives the servers by turns with whole sign-ins, and writes {@code load.md} and {@code load.svg}. */
public final class LoadReport {
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);

    private LoadReport() {}

    /**
     * System properties: {@code bench.warmup} (30000 sign-ins of each server), {@code bench.logins} (2000 measured at each number of
     * connections), {@code bench.rounds} (3), {@code bench.only} (a regular expression that the names of servers match; default all).
     *
     * @param arguments the directory to write into
     */
    public static void main(String[] arguments) throws Exception {
        Signatures.makeFast();
        int logins = Integer.getInteger("bench.logins", 2_000);
        int rounds = Integer.getInteger("bench.rounds", 3);
        int warmUp = Integer.getInteger("bench.warmup", 30_000);
        List<Outcome> outcomes = new ArrayList<>();
        try (Postgres postgres = new Postgres();
                Field field = new Field(postgres)) {
            Pattern only = Pattern.compile(System.getProperty("bench.only", ""));
            for (Contestant contestant : contestants()) {
                if (only.matcher(contestant.name()).find()) {
                    field.enter(contestant, warmUp);
                }
            }
            for (int round = 1; round <= rounds; round++) {
                Progress.say("round " + round + " of " + rounds);
                outcomes.addAll(field.round(CONNECTIONS, logins));
            }
            String setting = "After %d logins each to warm up, %d rounds of %d logins at each number of connections."
                    .formatted(warmUp, rounds, logins);
            new LoadPage(setting, postgres.version(), outcomes).write(Path.of(arguments[0]));
        }
    }

    private static List<Contestant> contestants() {
        return List.of(
                Contestant.latchkey("Latchkey, H2, access token", "JVM", "profile", false),
                Contestant.sessionOnly("Latchkey, session only (HS256)", "JVM"),
                Contestant.latchkey("Latchkey, access token", "JVM", "profile", true),
                Contestant.latchkey("Latchkey, access and ID token", "JVM", "openid profile", true),
                Contestant.sessionOnly("Latchkey native, session only (HS256)", "AMAZON_CORRETTO"),
                Contestant.latchkey("Latchkey native, access token", "AMAZON_CORRETTO", "profile", true),
                Contestant.latchkey("Latchkey native, access and ID token", "AMAZON_CORRETTO", "openid profile", true),
                Contestant.quarkus(),
                Contestant.spring());
    }
}
