package dev.latchkey.bench.micro;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/**
 * One line of a run.
 *
 * @param name class, method and parameter, joined by blanks
 * @param micros the mean time of an operation in microseconds
 * @param spread half the 99.9 % confidence interval, in microseconds
 * @param kibibytes allocated by an operation
 */
record Measured(String name, double micros, double spread, double kibibytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static List<Measured> of(Collection<RunResult> results) {
        return results.stream()
                .map(Measured::of)
                .sorted(Comparator.comparing(Measured::name))
                .toList();
    }

    private static Measured of(RunResult run) {
        String path = run.getParams().getBenchmark();
        String method = path.substring(path.lastIndexOf('.') + 1);
        String type = path.substring(0, path.lastIndexOf('.'))
                .replaceFirst(".*\\.", "")
                .replace("Benchmark", "");
        StringBuilder name = new StringBuilder(type).append(' ').append(method);
        run.getParams().getParamsKeys().forEach(key -> name.append(' ')
                .append(run.getParams().getParam(key)));
        double bytes = Double.NaN;
        for (String key : run.getSecondaryResults().keySet()) {
            if (key.endsWith(ALLOCATED)) {
                bytes = run.getSecondaryResults().get(key).getScore();
            }
        }
        return new Measured(
                name.toString(),
                run.getPrimaryResult().getScore(),
                run.getPrimaryResult().getScoreError(),
                bytes / 1024);
    }
}
