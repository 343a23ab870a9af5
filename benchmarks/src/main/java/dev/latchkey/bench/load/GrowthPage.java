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
 * {@code growth.md} and {@code growth.svg}.
 *
 * @param setting how much was measured
 * @param database its version
 * @param rounds at every size
 */
record GrowthPage(String setting, String database, List<Growth> rounds) {
    GrowthPage {
        rounds = List.copyOf(rounds);
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("growth.md"), page());
        BarChart chart = new BarChart("Median of the two requests, by number of users", "ms");
        sizes().forEach(users -> chart.bar("login, " + grouped(users), least(users, Growth::login)));
        sizes().forEach(users -> chart.bar("enrollment, " + grouped(users), least(users, Growth::enrollment)));
        Files.writeString(directory.resolve("growth.svg"), chart.svg());
    }

    private String page() throws IOException {
        int first = sizes().get(0);
        StringBuilder page = new StringBuilder("""
                # Growth

                What becomes of a login and of an enrollment when the tables grow. Written by `benchmarks/run growth`.

                %s.
                PostgreSQL %s.

                Each size has a database and a server of its own; they run at the same time and take turns. %s, over one
                connection; who logs in is drawn from all users. The tables are Latchkey's own, filled with an account, a user handle and a passkey for each user, and analysed.

                ## Ratios

                The median of the two requests beside that among %s users. Of the rounds the least counts; the spread is how far the
                greatest median of a round lies above it.

                | users | login | spread | enrollment | spread |
                |---|---|---|---|---|
                """.formatted(Machine.describe(), database, setting, grouped(first)));
        for (int users : sizes()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.0f %% | %.2f | %.0f %% |%n",
                    grouped(users),
                    least(users, Growth::login) / least(first, Growth::login),
                    100 * spread(users, Growth::login),
                    least(users, Growth::enrollment) / least(first, Growth::enrollment),
                    100 * spread(users, Growth::enrollment)));
        }
        page.append("""

                ![Median of the two requests, by number of users](growth.svg)

                ## Figures

                Every round is a line; medians in milliseconds.

                | users | login | enrollment |
                |---|---|---|
                """);
        rounds.forEach(each -> page.append(String.format(
                Locale.ROOT, "| %s | %.2f | %.2f |%n", grouped(each.users()), each.login(), each.enrollment())));
        return page.toString();
    }

    private static String grouped(int users) {
        return String.format(Locale.ROOT, "%,d", users);
    }

    private List<Integer> sizes() {
        return rounds.stream().map(Growth::users).distinct().toList();
    }

    private double least(int users, ToDoubleFunction<Growth> figure) {
        return of(users, figure).min().orElse(Double.NaN);
    }

    private double spread(int users, ToDoubleFunction<Growth> figure) {
        return of(users, figure).max().orElse(Double.NaN) / least(users, figure) - 1;
    }

    private DoubleStream of(int users, ToDoubleFunction<Growth> figure) {
        return rounds.stream().filter(each -> each.users() == users).mapToDouble(figure);
    }
}
