package dev.latchkey.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A server for one test, whose processes can be killed. A commit that was confirmed has been handed to the operating system, which
 * lives on.
 */
interface MortalServer extends AutoCloseable {

    static MortalServer start(Path directory) {
        return switch (DatabaseServer.currentName()) {
            case "postgresql" -> new MortalPostgres(directory);
            case "mariadb" -> new MortalMaria(directory);
            default -> throw new IllegalStateException("the database runs in this process");
        };
    }

    /** Where a database with the kit's tables is. */
    String newDatabase();

    /** SIGKILL to the server and its children. */
    void kill();

    /** Starts the server on the same data and port. */
    void restart();

    @Override
    void close();

    /** Kills the process whose number is in the first line of the file. */
    static void kill(Path pidFile) {
        kill(process(pidFile));
    }

    static ProcessHandle process(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(ProcessHandle server) {
        for (ProcessHandle process :
                Stream.concat(Stream.of(server), server.descendants()).toList()) {
            process.destroyForcibly();
        }
        server.onExit().join();
    }
}
