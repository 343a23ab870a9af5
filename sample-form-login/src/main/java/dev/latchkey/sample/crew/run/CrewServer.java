package dev.latchkey.sample.crew.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** The WAR at the root of a Tomcat that listens on the loopback address. */
public final class CrewServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final int port;

    private CrewServer(Path war, Path data, int port) throws IOException {
        this.port = port;
        Path base = data.resolve("tomcat");
        Files.createDirectories(base.resolve("webapps"));
        tomcat.setBaseDir(base.toString());
        tomcat.enableNaming();
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context application = tomcat.addWebapp("", war.toAbsolutePath().toString());
        application.setParentClassLoader(CrewServer.class.getClassLoader());
        if (application.getJarScanner() instanceof StandardJarScanner scanner) {
            scanner.setScanClassPath(false);
        }
    }

    /**
     * Starts Tomcat. Sets the system properties {@code crew.port} and {@code crew.database}, which the WAR's configuration reads.
     *
     * @throws IllegalStateException if the application does not start; the log says why
     */
    public static CrewServer start(Path war, Path data, int port) throws IOException, LifecycleException {
        Path directory = data.toAbsolutePath().normalize();
        System.setProperty("crew.port", Integer.toString(port));
        System.setProperty("crew.database", "file:" + directory.resolve("crew"));
        CrewServer server = new CrewServer(war, directory, port);
        server.tomcat.start();
        if (!server.runs()) {
            server.close();
            throw new IllegalStateException("The application did not start, see the log");
        }
        return server;
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Waits until the server stops. */
    public void join() {
        tomcat.getServer().await();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The sample did not stop", e);
        }
    }

    private boolean runs() {
        return tomcat.getConnector().getState() == LifecycleState.STARTED
                && tomcat.getHost().findChildren()[0].getState() == LifecycleState.STARTED;
    }
}
