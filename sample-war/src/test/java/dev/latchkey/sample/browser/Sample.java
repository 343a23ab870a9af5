package dev.latchkey.sample.browser;

import dev.latchkey.sample.run.SampleServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A running sample on free ports, with data of its own under the build directory. */
public final class Sample implements AutoCloseable {
    private final Path data = freshDirectory("data");
    private final int port = freePort();
    private final int httpsPort = freePort();
    private final Map<String, String> configuration;
    private SampleServer server;

    private Sample(Map<String, String> configuration) {
        this.configuration = configuration;
        this.server = boot();
    }

    static Sample start() {
        return new Sample(Map.of());
    }

    /** @param configuration what system properties say over {@code latchkey.conf} */
    public static Sample startWith(Map<String, String> configuration) {
        return new Sample(configuration);
    }

    public URI address(Scheme scheme) {
        return scheme.addressOf(server);
    }

    public SampleServer server() {
        return server;
    }

    /** Stops it and starts it again, with the data it had. */
    void restart() {
        server.close();
        server = boot();
    }

    @Override
    public void close() {
        server.close();
    }

    public static Path freshDirectory(String name) {
        try {
            Path parent = Path.of(System.getProperty("sample.target", "target"), "browser");
            return Files.createTempDirectory(Files.createDirectories(parent), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path war() {
        return Path.of(System.getProperty("sample.war", "target/latchkey-sample.war"));
    }

    private SampleServer boot() {
        configuration.forEach(System::setProperty);
        try {
            return SampleServer.start(war(), data, port, httpsPort);
        } catch (Exception e) {
            throw new IllegalStateException("The sample did not start", e);
        } finally {
            configuration.keySet().forEach(System::clearProperty);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
