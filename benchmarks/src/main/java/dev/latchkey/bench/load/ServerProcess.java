package dev.latchkey.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own, with what the kernel says of it. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready ";
    private static final double TICKS_A_SECOND = 100;

    private final Process process;
    private final int port;

    /**
     * Starts it and waits until it says {@code ready PORT}.
     *
     * @param command what comes after {@code java}
     */
    ServerProcess(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        whole.add("-Djava.util.logging.config.file=benchmarks/target/classes/logging.properties");
        whole.addAll(command);
        process = new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        port = awaitPort(output);
        Thread reader = new Thread(() -> output.lines().forEach(System.err::println), "output of the server");
        reader.setDaemon(true);
        reader.start();
    }

    private static int awaitPort(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return Integer.parseInt(line.substring(READY.length()).strip());
            }
            System.err.println(line);
        }
        throw new IOException("the server ended before it was ready");
    }

    int port() {
        return port;
    }

    /** User and system time of all its threads (proc(5), {@code stat} 14 and 15), in milliseconds. */
    double cpuMillis() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_A_SECOND;
    }

    /** Its resident memory in MiB. */
    long residentMebibytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
