package dev.latchkey.bench.micro;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a request costs that is none of Latchkey's, with the filter before the application and without. Both servers are in this JVM and take
 * turns, for what the filter adds is less than what one JVM differs from the next.
 *
 * @param without the filter, of each round
 * @param with the filter, of each round
 */
record PassThrough(List<Cost> without, List<Cost> with) {
    private static final int REQUESTS = 10_000;
    private static final int WARM_UP_ROUNDS = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    PassThrough {
        without = List.copyOf(without);
        with = List.copyOf(with);
    }

    /** Of a round, by the thread that serves it. */
    private record Cost(long cpuNanos, long bytes) {
        static Cost now() {
            return new Cost(THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
        }

        Cost since(Cost start) {
            return new Cost(cpuNanos - start.cpuNanos, bytes - start.bytes);
        }
    }

    static PassThrough measure(int rounds) throws Exception {
        List<Cost> without = new ArrayList<>();
        List<Cost> with = new ArrayList<>();
        try (PageServer plain = new PageServer(false);
                PageServer filtered = new PageServer(true)) {
            for (int i = -WARM_UP_ROUNDS; i < rounds; i++) {
                boolean plainFirst = i % 2 == 0;
                Cost first = cost(plainFirst ? plain : filtered);
                Cost second = cost(plainFirst ? filtered : plain);
                if (i >= 0) {
                    without.add(plainFirst ? first : second);
                    with.add(plainFirst ? second : first);
                }
            }
        }
        return new PassThrough(without, with);
    }

    private static Cost cost(PageServer server) throws Exception {
        Cost start = Cost.now();
        for (int i = 0; i < REQUESTS; i++) {
            server.get();
        }
        return Cost.now().since(start);
    }

    /** As a section of the page. */
    String section() {
        double[] ratios = new double[with.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) with.get(i).cpuNanos() / without.get(i).cpuNanos();
        }
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                """

                ## A request that passes through the filter

                Through Jetty in memory, in one thread; two servers in one JVM, with the filter and without, by turns in %d rounds of %d requests each.

                | | CPU a request, µs | KiB |
                |---|---|---|
                | without the filter | %.2f | %.2f |
                | with the filter | %.2f | %.2f |

                The filter takes **%.3f times** the CPU; the middle half of the rounds has ratios from %.3f to %.3f.
                """,
                ratios.length,
                REQUESTS,
                micros(without),
                kibibytes(without),
                micros(with),
                kibibytes(with),
                micros(with) / micros(without),
                ratios[ratios.length / 4],
                ratios[ratios.length * 3 / 4]);
    }

    private static double micros(List<Cost> rounds) {
        return rounds.stream().mapToLong(Cost::cpuNanos).average().orElse(0) / REQUESTS / 1e3;
    }

    private static double kibibytes(List<Cost> rounds) {
        return rounds.stream().mapToLong(Cost::bytes).average().orElse(0) / REQUESTS / 1024;
    }
}
