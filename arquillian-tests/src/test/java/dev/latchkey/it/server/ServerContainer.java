package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Arquillian's adapter: runs the server of this run, and gives it archives as files. */
public final class ServerContainer implements DeployableContainer<ServerConfiguration> {
    private static Optional<ServerProcess> running = Optional.empty();

    /** The server that runs. */
    public static ServerProcess running() {
        return running.orElseThrow(() -> new IllegalStateException("no server runs"));
    }

    @Override
    public Class<ServerConfiguration> getConfigurationClass() {
        return ServerConfiguration.class;
    }

    @Override
    public void setup(ServerConfiguration configuration) {}

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            if (Server.chosen().isThere()) {
                running = Optional.of(ServerProcess.start(Server.chosen()));
            }
        } catch (IOException e) {
            throw new LifecycleException(Server.chosen().label(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException(Server.chosen().label(), e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            if (running.isPresent()) {
                running().stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException(Server.chosen().label(), e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = name(archive);
        try {
            Path incoming = running().instance().base().resolve("incoming");
            Files.createDirectories(incoming);
            Path war = incoming.resolve(archive.getName());
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
            running().deploy(war, name);
        } catch (IOException e) {
            throw new DeploymentException(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException(name, e);
        }
        HTTPContext context =
                new HTTPContext("localhost", running().instance().port()).add(new Servlet("default", "/" + name));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            running().undeploy(name(archive));
        } catch (IOException e) {
            throw new DeploymentException(archive.getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException(archive.getName(), e);
        }
    }

    private static String name(Archive<?> archive) {
        return archive.getName().replaceFirst("\\.war$", "");
    }
}
