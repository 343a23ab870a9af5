package dev.latchkey.sample.run;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The sample's WAR in a Jetty that listens on the loopback address, once plain and once with TLS. */
public final class SampleServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String CRYPTO = "sample.cryptoProvider";

    private final Server server;
    private final SampleApplication application;
    private final int port;
    private final int httpsPort;

    private SampleServer(Server server, SampleApplication application, int port, int httpsPort) {
        this.server = server;
        this.application = application;
        this.port = port;
        this.httpsPort = httpsPort;
    }

    /**
     * Starts the sample. Sets the system properties {@code sample.port}, {@code sample.httpsPort} and
     * {@code sample.data}, which the WAR's configuration reads, and {@code sample.cryptoProvider} where the class path has a native one and
     * nobody has said otherwise.
     *
     * @throws Exception if a port is taken or the application does not start
     */
    public static SampleServer start(Path war, Path data, int port, int httpsPort) throws Exception {
        Path directory = Files.createDirectories(data.toAbsolutePath().normalize());
        System.setProperty("sample.data", directory.toString());
        System.setProperty("sample.port", Integer.toString(port));
        System.setProperty("sample.httpsPort", Integer.toString(httpsPort));
        if (System.getProperty(CRYPTO) == null) {
            NativeCrypto.in(SampleServer.class.getClassLoader()).ifPresent(found -> System.setProperty(CRYPTO, found));
        }

        Server server = new Server();
        server.addConnector(plain(server, port));
        server.addConnector(secure(server, httpsPort, Certificate.in(directory)));
        SampleApplication application = new SampleApplication(war);
        server.setHandler(application);
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
        return new SampleServer(server, application, port, httpsPort);
    }

    public URI httpAddress() {
        return URI.create("http://localhost:" + port);
    }

    public URI httpsAddress() {
        return URI.create("https://localhost:" + httpsPort);
    }

    SampleApplication application() {
        return application;
    }

    /** Waits until the server stops. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The sample did not stop", e);
        }
    }

    private static ServerConnector plain(Server server, int port) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        return connector;
    }

    private static ServerConnector secure(Server server, int port, Certificate certificate) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.keyStore().toString());
        tls.setKeyStorePassword(certificate.password());
        HttpConfiguration configuration = configuration();
        configuration.addCustomizer(new SecureRequestCustomizer());
        ServerConnector connector = new ServerConnector(
                server,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(configuration));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        return configuration;
    }
}
