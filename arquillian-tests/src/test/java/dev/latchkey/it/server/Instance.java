package dev.latchkey.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The files and the port of a server for one run.
 *
 * @param home the distribution, which stays as it is
 * @param base what belongs to this run alone
 * @param port where it serves HTTP, on the loopback address
 */
public record Instance(Path home, Path base, int port) {
    private static final int PATIENCE_MILLIS = 60_000;

    /** Each has a directory of its own, for what has just ended may still write into its. */
    private static final AtomicInteger STARTED = new AtomicInteger();

    /** A new and empty one, in place of that of a former run. */
    static Instance of(Server server) throws IOException {
        Path base = Path.of(Server.property("instances"), server.name() + "-" + STARTED.incrementAndGet());
        if (Files.exists(base)) {
            try (Stream<Path> files = Files.walk(base)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(base);
        return new Instance(server.home(), base, freePort());
    }

    /** A port that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What the process says. */
    public Path log() {
        return base.resolve("console.log");
    }

    public URI uri() {
        return URI.create("http://localhost:" + port);
    }

    /** The status of the answer to a GET. */
    int status(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) uri().resolve(path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection.getResponseCode();
    }

    /** What the process has said since the log had that many bytes. */
    String logSince(long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            byte[] rest = new byte[(int) (file.length() - bytes)];
            file.seek(bytes);
            file.readFully(rest);
            return new String(rest, UTF_8);
        }
    }

    /** Copies a directory of the distribution, with all that is in it. */
    void copy(String directory) throws IOException {
        Path from = home.resolve(directory);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = base.resolve(directory).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    void add(Libraries libraries, String directory) throws IOException {
        createDirectories(directory);
        for (Path jar : libraries.jars()) {
            Files.copy(jar, base.resolve(directory).resolve(jar.getFileName()));
        }
    }

    void createDirectories(String... directories) throws IOException {
        for (String directory : List.of(directories)) {
            Files.createDirectories(base.resolve(directory));
        }
    }

    void write(String file, String text) throws IOException {
        Path path = base.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Changes what stands in a file. */
    void replace(String file, String old, String changed) throws IOException {
        String text = Files.readString(base.resolve(file));
        if (!text.contains(old)) {
            throw new IOException(file + " has no " + old);
        }
        write(file, text.replace(old, changed));
    }
}
