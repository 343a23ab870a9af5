package dev.latchkey.bench.load;

import dev.latchkey.bench.report.BarChart;
import dev.latchkey.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code startup.md} and {@code startup.svg}.
 *
 * @param pauseMillis between the start and what is asked first
 * @param database its version
 * @param alone starts of the host alone
 * @param tables starts of the host with Latchkey's tables, whose JPA provider does what it does for Latchkey
 * @param with starts with Latchkey that nobody uses
 * @param used starts with Latchkey and ten sign-ins
 */
record StartupPage(
        long pauseMillis,
        String database,
        List<HostStart> alone,
        List<HostStart> tables,
        List<HostStart> with,
        List<HostStart> used) {
    StartupPage {
        alone = List.copyOf(alone);
        tables = List.copyOf(tables);
        with = List.copyOf(with);
        used = List.copyOf(used);
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("startup.md"), page());
        BarChart chart = new BarChart("From the start of the JVM until the host serves", "ms")
                .bar("host alone", median(alone, HostStart::millis))
                .bar("with the tables", median(tables, HostStart::millis))
                .bar("with Latchkey", median(with, HostStart::millis));
        Files.writeString(directory.resolve("startup.svg"), chart.svg());
    }

    private String page() throws IOException {
        double first = median(used, each -> each.logins().get(0));
        double tenth = median(used, StartupPage::last);
        return """
                # Start-up and memory

                What Latchkey adds to the start and to the memory of a host. Written by `benchmarks/run startup`.

                %s.
                PostgreSQL %s.

                The host is Jetty with sessions, a pool of connections and Hibernate with an entity of its own, in a JVM of its own. It is started alone, with Latchkey's
                tables but without Latchkey, and with Latchkey by turns, %d times each; tables, keys and an account are there from an earlier start. With the
                tables, the host itself asks Hibernate for the statements of a start, which stores a row in each table and rolls it back, and of a sign-in: what that adds is the JPA
                provider's share. Medians, with
                the least and the greatest in brackets. Memory is measured after a collection. %.1f s after the start, when the warm-up in the background has
                mostly ended, comes the host's own page, for nobody signs in before it; the sign-ins follow. Its time is mostly that of Jetty's first request and
                first session, which it makes, as a JSP does unless it says otherwise.

                ## Differences and ratios

                | what | beside the host with the tables | beside the host alone |
                |---|---|---|
                | added to the start | %.0f ms | %.0f ms |
                | added heap and metaspace, %.1f s after the start | %.1f MiB | %.1f MiB |
                | added heap and metaspace, after ten sign-ins | %.1f MiB | %.1f MiB |

                The first sign-in after the start, behind one page of the host, takes %.1f times as long as the tenth.

                ![From the start of the JVM until the host serves](startup.svg)

                ## Figures

                | host | start, ms | heap, MiB | metaspace, MiB |
                |---|---|---|---|
                | alone | %s | %s | %s |
                | with the tables | %s | %s | %s |
                | with Latchkey | %s | %s | %s |
                | with Latchkey, after ten sign-ins | %s | %s | %s |

                | %.1f s after the start | ms |
                |---|---|
                | the host's page, one request, from the host alone | %s |
                | the host's page from the host with Latchkey | %s |
                | the first sign-in, two requests | %s |
                | the second | %s |
                | the tenth | %s |
                """.formatted(
                        Machine.describe(),
                        database,
                        with.size(),
                        pauseMillis / 1e3,
                        added(with, tables, HostStart::millis),
                        added(with, alone, HostStart::millis),
                        pauseMillis / 1e3,
                        added(with, tables, HostStart::memory),
                        added(with, alone, HostStart::memory),
                        added(used, tables, HostStart::memory),
                        added(used, alone, HostStart::memory),
                        first / tenth,
                        range("%.0f", alone, HostStart::millis),
                        range("%.1f", alone, HostStart::heap),
                        range("%.1f", alone, HostStart::metaspace),
                        range("%.0f", tables, HostStart::millis),
                        range("%.1f", tables, HostStart::heap),
                        range("%.1f", tables, HostStart::metaspace),
                        range("%.0f", with, HostStart::millis),
                        range("%.1f", with, HostStart::heap),
                        range("%.1f", with, HostStart::metaspace),
                        range("%.0f", used, HostStart::millis),
                        range("%.1f", used, HostStart::heap),
                        range("%.1f", used, HostStart::metaspace),
                        pauseMillis / 1e3,
                        range("%.1f", alone, HostStart::page),
                        range("%.1f", used, HostStart::page),
                        range("%.1f", used, each -> each.logins().get(0)),
                        range("%.1f", used, each -> each.logins().get(1)),
                        range("%.1f", used, StartupPage::last));
    }

    private static double added(List<HostStart> more, List<HostStart> less, ToDoubleFunction<HostStart> figure) {
        return median(more, figure) - median(less, figure);
    }

    private static double last(HostStart start) {
        return start.logins().get(start.logins().size() - 1);
    }

    private static String range(String format, List<HostStart> starts, ToDoubleFunction<HostStart> figure) {
        double[] sorted = sorted(starts, figure);
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double median(List<HostStart> starts, ToDoubleFunction<HostStart> figure) {
        double[] sorted = sorted(starts, figure);
        return sorted[sorted.length / 2];
    }

    private static double[] sorted(List<HostStart> starts, ToDoubleFunction<HostStart> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray();
    }
}
