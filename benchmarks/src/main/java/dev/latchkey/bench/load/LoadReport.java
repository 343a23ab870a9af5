package dev.latchkey.bench.load;

import dev.latchkey.bench.report.BarChart;
import dev.latchkey.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Drives each server in turn with whole sign-ins, and writes {@code load.md} and {@code load.svg}. */
public final class LoadReport {
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);

    private LoadReport() {}

    /**
     * System properties: {@code bench.warmup} (12000 sign-ins of each server), {@code bench.logins} (4000 measured at each number of
     * connections), {@code bench.rounds} (3).
     *
     * @param arguments the directory to write into
     */
    public static void main(String[] arguments) throws Exception {
        signFast();
        List<Outcome> outcomes = new ArrayList<>();
        try (Postgres postgres = new Postgres()) {
            for (Contestant contestant : contestants()) {
                outcomes.addAll(run(contestant, postgres));
            }
        }
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(directory.resolve("load.md"), page(outcomes));
        BarChart chart = new BarChart("CPU of the server for a login", "ms");
        outcomes.forEach(each -> chart.bar(each.server() + ", " + each.connections(), each.cpuMillis()));
        Files.writeString(directory.resolve("load.svg"), chart.svg());
    }

    private static List<Contestant> contestants() {
        return List.of(
                Contestant.latchkey("Latchkey, H2, access token", "JVM", "profile", false),
                Contestant.sessionOnly("Latchkey, session only (HS256)", "JVM"),
                Contestant.latchkey("Latchkey, access token", "JVM", "profile", true),
                Contestant.latchkey("Latchkey, access and ID token", "JVM", "openid profile", true),
                Contestant.sessionOnly("Latchkey native, session only (HS256)", "AMAZON_CORRETTO"),
                Contestant.latchkey("Latchkey native, access token", "AMAZON_CORRETTO", "profile", true),
                Contestant.latchkey("Latchkey native, access and ID token", "AMAZON_CORRETTO", "openid profile", true));
    }

    /** The driver's JVM signs for the browsers: natively, so that it leaves the processor to the server. */
    private static void signFast() throws ReflectiveOperationException {
        Provider provider = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider")
                .asSubclass(Provider.class)
                .getConstructor()
                .newInstance();
        Security.insertProviderAt(provider, 1);
    }

    private static List<Outcome> run(Contestant contestant, Postgres postgres)
            throws IOException, InterruptedException {
        String url = postgres.newDatabase();
        List<Outcome> outcomes = new ArrayList<>();
        try (ServerProcess server = new ServerProcess(contestant.command(url))) {
            LoadRun load = new LoadRun(contestant.target(), server.port());
            load.signUp(32);
            load.signIn(8, Integer.getInteger("bench.warmup", 12_000));
            for (int round = 0; round < Integer.getInteger("bench.rounds", 3); round++) {
                for (int connections : CONNECTIONS) {
                    outcomes.add(measured(contestant, connections, load, server, () -> postgres.statements(url)));
                }
            }
        }
        return outcomes;
    }

    @FunctionalInterface
    private interface Counter {
        Statements read() throws IOException;
    }

    private static Outcome measured(
            Contestant contestant, int connections, LoadRun load, ServerProcess server, Counter counter)
            throws IOException, InterruptedException {
        Statements before = counter.read();
        double cpu = server.cpuMillis();
        long start = System.nanoTime();
        long[] nanos = load.signIn(connections, Integer.getInteger("bench.logins", 4_000));
        double seconds = (System.nanoTime() - start) / 1e9;
        double spent = server.cpuMillis() - cpu;
        Statements after = counter.read();
        boolean counted = contestant.postgres() && after.calls() >= 0;
        Outcome outcome = new Outcome(
                contestant.name(),
                connections,
                spent / nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos.length / seconds,
                server.residentMebibytes(),
                counted ? (double) (after.calls() - before.calls()) / nanos.length : -1,
                counted ? (double) (after.commits() - before.commits()) / nanos.length : -1);
        System.out.print(outcome.row());
        return outcome;
    }

    private static String page(List<Outcome> outcomes) throws IOException {
        StringBuilder page = new StringBuilder("# Whole sign-ins\n\nWritten by `benchmarks/run load`. ")
                .append(Machine.describe())
                .append(
                        ". Two requests a login, ES256, discoverable, fresh challenges; on PostgreSQL unless said otherwise.")
                .append(
                        " Server, database and driver share the machine; CPU is the server process's alone.\n\n## Ratios\n\n")
                .append(
                        "CPU a login, each beside the first of its number of connections; the smallest of the rounds.\n\n")
                .append("| server | connections | ratio |\n|---|---|---|\n");
        for (int connections : CONNECTIONS) {
            List<String> names =
                    outcomes.stream().map(Outcome::server).distinct().toList();
            double first = least(outcomes, names.get(0), connections);
            names.forEach(name -> page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f |%n",
                    name,
                    connections,
                    least(outcomes, name, connections) / first)));
        }
        page.append("\n## Figures\n\nEvery round is a line.\n\n").append(Outcome.HEAD);
        outcomes.forEach(each -> page.append(each.row()));
        return page.append("\n![CPU of the server for a login](load.svg)\n").toString();
    }

    private static double least(List<Outcome> outcomes, String server, int connections) {
        return outcomes.stream()
                .filter(each -> each.server().equals(server) && each.connections() == connections)
                .mapToDouble(Outcome::cpuMillis)
                .min()
                .orElse(Double.NaN);
    }
}
