package dev.latchkey.faults;

import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.JavaCommand;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A running {@link Node}. */
final class NodeProcess implements AutoCloseable {
    private static final Path LOG = Path.of("target", "nodes.log");

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;
    private final ContractClient web;

    private NodeProcess(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        String ready = line();
        while (!ready.startsWith(Node.READY)) {
            ready = line();
        }
        URI uri = URI.create("http://localhost:" + ready.substring(Node.READY.length()));
        this.web = ContractClient.of(HttpTransport.to(uri), "web").withOrigin(Node.ORIGIN);
    }

    /**
     * Starts one, and waits until it serves.
     *
     * @param database URL with user
     * @param ahead of this machine's clock
     */
    static NodeProcess start(String database, Duration ahead) {
        return start(database, ahead, false);
    }

    /**
     * Starts one, and waits until it serves.
     *
     * @param database URL with user
     * @param residents whether its accounts are those of an application
     */
    static NodeProcess start(String database, boolean residents) {
        return start(database, Duration.ZERO, residents);
    }

    private static NodeProcess start(String database, Duration ahead, boolean residents) {
        try {
            return new NodeProcess(new ProcessBuilder(JavaCommand.of(
                            "-Xmx256m",
                            "-Dnode.database=" + database,
                            "-Dnode.clock=" + ahead,
                            "-Dnode.residents=" + residents,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Node.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The web client on its own origin. Thread-safe. */
    ContractClient web() {
        return web;
    }

    /** The answer to a command. */
    synchronized String ask(String command) {
        try {
            input.write(command + "\n");
            input.flush();
            return line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the node has ended");
        }
        return line;
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
