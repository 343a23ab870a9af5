package dev.latchkey.bench.load;

import dev.latchkey.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code startup.md}.
 *
 * @param pauseMillis between the start and what is asked first
 * @param database its version
 * @param without starts of the host alone
 * @param with starts with Latchkey that nobody uses
 * @param used starts with Latchkey and ten sign-ins
 */
record StartupPage(
        long pauseMillis, String database, List<HostStart> without, List<HostStart> with, List<HostStart> used) {
    StartupPage {
        without = List.copyOf(without);
        with = List.copyOf(with);
        used = List.copyOf(used);
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("startup.md"), page());
    }

    private String page() throws IOException {
        double first = median(used, each -> each.logins().get(0));
        double tenth = median(used, StartupPage::last);
        return """
                # Start-up and memory

                What Latchkey adds to the start and to the memory of a host. Written by `benchmarks/run startup`.

                %s.
                PostgreSQL %s.

                The host is Jetty with sessions, a pool of connections and Hibernate with an entity of its own, in a JVM of its own. It is started without Latchkey and with
                it by turns, %d times each; tables, keys and an account are there from an earlier start. Medians, with
                the least and the greatest in brackets. Memory is measured after a collection.

                ## Differences and ratios

                | what | figure |
                |---|---|
                | added to the start | %.0f ms |
                | added heap and metaspace, %.1f s after the start | %.1f MiB |
                | added heap and metaspace, after ten sign-ins | %.1f MiB |
                | first sign-in after the start beside the tenth | %.1f |

                ## Figures

                | host | start, ms | heap, MiB | metaspace, MiB |
                |---|---|---|---|
                | alone | %s | %s | %s |
                | with Latchkey | %s | %s | %s |
                | with Latchkey, after ten sign-ins | %s | %s | %s |

                | sign-in, %.1f s after the start | two requests, ms |
                |---|---|
                | the first | %s |
                | the second | %s |
                | the tenth | %s |
                """.formatted(
                        Machine.describe(),
                        database,
                        with.size(),
                        median(with, HostStart::millis) - median(without, HostStart::millis),
                        pauseMillis / 1e3,
                        median(with, HostStart::memory) - median(without, HostStart::memory),
                        median(used, HostStart::memory) - median(without, HostStart::memory),
                        first / tenth,
                        range("%.0f", without, HostStart::millis),
                        range("%.1f", without, HostStart::heap),
                        range("%.1f", without, HostStart::metaspace),
                        range("%.0f", with, HostStart::millis),
                        range("%.1f", with, HostStart::heap),
                        range("%.1f", with, HostStart::metaspace),
                        range("%.0f", used, HostStart::millis),
                        range("%.1f", used, HostStart::heap),
                        range("%.1f", used, HostStart::metaspace),
                        pauseMillis / 1e3,
                        range("%.1f", used, each -> each.logins().get(0)),
                        range("%.1f", used, each -> each.logins().get(1)),
                        range("%.1f", used, StartupPage::last));
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
