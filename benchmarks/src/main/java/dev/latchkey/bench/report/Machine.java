package dev.latchkey.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where it was measured. */
public final class Machine {
    private Machine() {}

    /** Processor, cores, load, JVM and day, in one line. */
    public static String describe() throws IOException {
        return "%s, %d cores, load %s at the end, %s %s, %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Files.readString(Path.of("/proc/loadavg")).replaceFirst(" .*\\s", ""),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        LocalDate.now(ZoneOffset.UTC));
    }

    private static String processor() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        }
    }
}
