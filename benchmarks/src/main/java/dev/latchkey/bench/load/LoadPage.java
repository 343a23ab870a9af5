package dev.latchkey.bench.load;

import dev.latchkey.bench.report.BarChart;
import dev.latchkey.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * {@code load.md} and {@code load.svg}.
 *
 * @param setting how much was measured, in a sentence
 * @param database its version
 * @param outcomes of all rounds
 */
record LoadPage(String setting, String database, List<Outcome> outcomes) {
    LoadPage {
        outcomes = List.copyOf(outcomes);
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("load.md"), page());
        BarChart chart = new BarChart("CPU of the server for a login, by number of connections", "ms");
        each((server, connections) ->
                chart.bar(server + ", " + connections, least(server, connections, Outcome::cpuMillis)));
        Files.writeString(directory.resolve("load.svg"), chart.svg());
    }

    private String page() throws IOException {
        StringBuilder page =
                new StringBuilder("""
                # Whole sign-ins

                What a login by passkey costs a server, beside Quarkus and beside Spring Security. Written by `benchmarks/run load`.

                %s.
                PostgreSQL %s; %s.

                Two requests a login, ES256, discoverable, a fresh challenge each. Everything is on PostgreSQL unless its name says H2. Each server is a JVM of
                its own with the same flags and a pool of 16 connections, and logs warnings alone; all run at the same time, and take turns at being
                asked. %s Server, database and driver share the machine; CPU is the server process's alone. “Native” is with Amazon's Corretto
                Crypto Provider.

                ## Ratios

                Each beside the other server at the same number of connections; less than 1 is cheaper. Of the rounds the least
                counts; the spread is how far the greatest CPU of a round lies above it.

                | server | connections | CPU beside Quarkus | CPU beside Spring | p50 beside Quarkus | p50 beside Spring | spread |
                |---|---|---|---|---|---|---|
                """.formatted(Machine.describe(), database, PeerApps.versions(), setting));
        each((server, connections) -> page.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %.0f %% |%n",
                server,
                connections,
                ratio(server, Contestant.QUARKUS, connections, Outcome::cpuMillis),
                ratio(server, Contestant.SPRING, connections, Outcome::cpuMillis),
                ratio(server, Contestant.QUARKUS, connections, Outcome::p50),
                ratio(server, Contestant.SPRING, connections, Outcome::p50),
                100 * spread(server, connections))));
        page.append("\n![CPU of the server for a login](load.svg)\n\n## Figures\n\nEvery round is a line.\n\n")
                .append(Outcome.HEAD);
        outcomes.forEach(each -> page.append(each.row()));
        return page.toString();
    }

    @FunctionalInterface
    private interface Pair {
        void take(String server, int connections);
    }

    private void each(Pair pair) {
        List<String> servers = outcomes.stream().map(Outcome::server).distinct().toList();
        outcomes.stream()
                .map(Outcome::connections)
                .distinct()
                .forEach(connections -> servers.forEach(server -> pair.take(server, connections)));
    }

    private String ratio(String server, String other, int connections, ToDoubleFunction<Outcome> figure) {
        double ratio = least(server, connections, figure) / least(other, connections, figure);
        return Double.isNaN(ratio) ? "–" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private double least(String server, int connections, ToDoubleFunction<Outcome> figure) {
        return of(server, connections, figure).min().orElse(Double.NaN);
    }

    private double spread(String server, int connections) {
        double greatest = of(server, connections, Outcome::cpuMillis).max().orElse(Double.NaN);
        return greatest / least(server, connections, Outcome::cpuMillis) - 1;
    }

    private DoubleStream of(String server, int connections, ToDoubleFunction<Outcome> figure) {
        return outcomes.stream()
                .filter(each -> each.server().equals(server) && each.connections() == connections)
                .mapToDouble(figure);
    }
}
