package dev.latchkey.sdk;

import dev.latchkey.sample.run.Tls;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves files over https at another port of {@code localhost}, which is another origin. */
final class OtherOrigin implements AutoCloseable {
    private final Server server;
    private final int port;

    private OtherOrigin(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** The origin at a port. */
    static String at(int port) {
        return "https://localhost:" + port;
    }

    static OtherOrigin serving(Path directory, int port, Tls tls) {
        Server server = new Server();
        try {
            HttpConfiguration configuration = new HttpConfiguration();
            configuration.addCustomizer(new SecureRequestCustomizer());
            ServerConnector connector = new ServerConnector(
                    server,
                    new SslConnectionFactory(tls.server(), HttpVersion.HTTP_1_1.asString()),
                    new HttpConnectionFactory(configuration));
            connector.setHost("127.0.0.1");
            connector.setPort(port);
            server.addConnector(connector);
            ResourceHandler files = new ResourceHandler();
            files.setBaseResource(ResourceFactory.of(server).newResource(directory));
            server.setHandler(files);
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The other origin did not start", e);
        }
        return new OtherOrigin(server, port);
    }

    URI page() {
        return URI.create(at(port) + "/index.html");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The other origin did not stop", e);
        }
    }
}
