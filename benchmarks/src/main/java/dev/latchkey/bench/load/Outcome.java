package dev.latchkey.bench.load;

import java.util.Locale;

/**
 * What a run of sign-ins cost.
 *
 * @param server its name
 * @param connections at once
 * @param cpuMillis of the server process, a sign-in
 * @param p50 median of the two requests, in milliseconds
 * @param p99 of the two requests, in milliseconds
 * @param rate sign-ins a second
 * @param rss of the server process in MiB
 * @param statements of the database, a sign-in; negative where nobody counts
 * @param commits of the database, a sign-in; negative where nobody counts
 */
record Outcome(
        String server,
        int connections,
        double cpuMillis,
        double p50,
        double p99,
        double rate,
        long rss,
        double statements,
        double commits) {
    static final String HEAD =
            "| server | connections | CPU a login, ms | p50, ms | p99, ms | logins a second | RSS, MiB |"
                    + " statements | commits |\n|---|---|---|---|---|---|---|---|---|\n";

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %.0f | %d | %s | %s |%n",
                server,
                connections,
                cpuMillis,
                p50,
                p99,
                rate,
                rss,
                count(statements),
                count(commits));
    }

    private static String count(double value) {
        return value < 0 ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }
}
