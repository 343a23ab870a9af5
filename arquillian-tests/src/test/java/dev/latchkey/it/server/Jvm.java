package dev.latchkey.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A look into the server's virtual machine by the JDK's {@code jcmd}.
 *
 * @param pid its process
 */
public record Jvm(long pid) {

    /** The classes that have instances after a full garbage collection, once for each class loader. */
    public List<String> liveClasses() throws IOException, InterruptedException {
        // "  12:   3   96  a.B$C (module)"
        return run("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns.length > 3 && columns[0].endsWith(":"))
                .map(columns -> columns[3])
                .toList();
    }

    /** The names of the threads that live. */
    public List<String> threads() throws IOException, InterruptedException {
        return run("Thread.print")
                .lines()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .toList();
    }

    private String run(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
