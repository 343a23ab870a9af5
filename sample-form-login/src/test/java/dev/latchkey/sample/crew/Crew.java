package dev.latchkey.sample.crew;

import dev.latchkey.sample.browser.Sample;
import dev.latchkey.sample.crew.run.CrewServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;

/** The running sample, with a database of its own under the build directory. */
final class Crew implements AutoCloseable {
    private final CrewServer server;

    private Crew(CrewServer server) {
        this.server = server;
    }

    static Crew start() {
        Path war = Path.of(System.getProperty("crew.war", "target/latchkey-sample-form-login.war"));
        try {
            return new Crew(CrewServer.start(war, Sample.freshDirectory("crew"), Sample.freePort()));
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
