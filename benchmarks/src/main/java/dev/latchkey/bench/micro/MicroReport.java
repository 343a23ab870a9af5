package dev.latchkey.bench.micro;

import dev.latchkey.bench.report.BarChart;
import dev.latchkey.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package, and writes {@code micro.md} and {@code micro.svg}. */
public final class MicroReport {
    private MicroReport() {}

    /**
     * System properties: {@code bench.forks} (2), {@code bench.iterations} (5), {@code bench.seconds} of an iteration (2), {@code bench.only} (a
     * pattern of names), {@code bench.rounds} of requests that pass through the filter (100).
     *
     * @param arguments the directory to write into
     */
    public static void main(String[] arguments) throws Exception {
        int iterations = Integer.getInteger("bench.iterations", 5);
        TimeValue time =
                TimeValue.milliseconds((long) (1000 * Double.parseDouble(System.getProperty("bench.seconds", "2"))));
        int forks = Integer.getInteger("bench.forks", 2);
        List<Measured> measured = Measured.of(new Runner(new OptionsBuilder()
                        .include(System.getProperty("bench.only", MicroReport.class.getPackageName()))
                        .forks(forks)
                        .warmupIterations(iterations)
                        .warmupTime(time)
                        .measurementIterations(iterations)
                        .measurementTime(time)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run());
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        PassThrough passThrough = PassThrough.measure(Integer.getInteger("bench.rounds", 100));
        Files.writeString(
                directory.resolve("micro.md"), page(measured, forks, iterations, time) + passThrough.section());
        BarChart chart = new BarChart("What one operation takes", "µs");
        measured.forEach(each -> chart.bar(each.name(), each.micros()));
        Files.writeString(directory.resolve("micro.svg"), chart.svg());
    }

    private static String page(List<Measured> measured, int forks, int iterations, TimeValue time) throws IOException {
        Map<String, Measured> named = measured.stream()
                .collect(Collectors.toMap(Measured::name, Function.identity(), (a, b) -> a, TreeMap::new));
        StringBuilder page = new StringBuilder("# Single steps\n\nWritten by `benchmarks/run micro`. ")
                .append(Machine.describe())
                .append(
                        ". JMH, %d forks, %d iterations of %s after as many for warm-up; ± is half the 99.9 %% confidence interval.\n\n"
                                .formatted(forks, iterations, time))
                .append("## Ratios\n\n| what | ratio | difference, µs | difference, KiB |\n|---|---|---|---|\n");
        for (String algorithm : List.of("ES256", "EDDSA", "RS256")) {
            ratio(page, named, "Verify latchkey " + algorithm, "Verify bare " + algorithm);
            ratio(page, named, "Verify latchkey " + algorithm, "Verify webauthn4j " + algorithm);
            ratio(page, named, "Verify latchkey " + algorithm, "Verify yubico " + algorithm);
        }
        for (String provider : List.of("AMAZON_CORRETTO", "CONSCRYPT")) {
            ratio(page, named, "NativeVerify latchkey " + provider, "NativeVerify bare " + provider);
            ratio(page, named, "NativeVerify latchkey " + provider, "Verify latchkey ES256");
            ratio(page, named, "Token accessToken " + provider, "Token accessToken JVM");
            ratio(page, named, "Token accessAndIdToken " + provider, "Token accessAndIdToken JVM");
        }
        page.append("\n## Figures\n\n| what | µs | ± | KiB |\n|---|---|---|---|\n");
        measured.forEach(each -> page.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                each.name(),
                each.micros(),
                each.spread(),
                each.kibibytes())));
        return page.append("\n![What one operation takes](micro.svg)\n").toString();
    }

    private static void ratio(StringBuilder page, Map<String, Measured> named, String what, String than) {
        Measured one = named.get(what);
        Measured other = named.get(than);
        if (one != null && other != null) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s : %s | %.2f | %.1f | %.1f |%n",
                    what,
                    than,
                    one.micros() / other.micros(),
                    one.micros() - other.micros(),
                    one.kibibytes() - other.kibibytes()));
        }
    }
}
