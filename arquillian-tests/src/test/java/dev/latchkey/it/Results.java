package dev.latchkey.it;

import dev.latchkey.it.server.Jvm;
import dev.latchkey.it.server.Server;
import dev.latchkey.it.server.ServerContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What ran, as the server's own memory tells while a deployment is there: one file a server, one line a deployment. */
final class Results {
    private static final Map<String, String> PROVIDERS = Map.of(
            "org.hibernate.internal.SessionFactoryImpl", "Hibernate",
            "org.eclipse.persistence.internal.jpa.EntityManagerFactoryImpl", "EclipseLink");
    private static final Map<String, String> DOORS = Map.of(
            "org.glassfish.jersey.server.ApplicationHandler", "Jersey behind the filter",
            "org.jboss.resteasy.core.SynchronousDispatcher", "RESTEasy behind the filter",
            "org.apache.cxf.jaxrs.JAXRSServiceImpl", "CXF behind the filter");

    private static final Instant STARTED =
            ProcessHandle.current().info().startInstant().orElseThrow();

    private Results() {}

    static Path directory() {
        return Path.of(Server.property("results"));
    }

    /**
     * Adds a deployment. What a former one left in memory does not count.
     *
     * @param byJaxrs whether JAX-RS serves the endpoints; else the filter does
     * @param meant the persistence provider that it has to have
     */
    static void add(String deployment, boolean byJaxrs, String meant) throws IOException, InterruptedException {
        List<String> live = new Jvm(ServerContainer.running().pid()).liveClasses();
        String found = known(PROVIDERS, live);
        String provider = found.contains(meant) ? meant : found;
        String door = byJaxrs ? known(DOORS, live) : "filter";
        Path file = Files.createDirectories(directory()).resolve(Server.chosen() + ".txt");
        if (Files.exists(file) && !Files.getLastModifiedTime(file).toInstant().isAfter(STARTED)) {
            Files.delete(file);
        }
        Files.writeString(
                file,
                "| %s | %s | %s | %s |%n".formatted(Server.chosen().label(), deployment, door, provider),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String known(Map<String, String> names, List<String> live) {
        return names.entrySet().stream()
                .filter(name -> live.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
