package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is particular to the servers of one maker. Implementations have no state: what belongs to a run is in the instance. */
public sealed interface ServerKind permits GlassFish, Jetty, Liberty, Tomcat, WildFly {

    /** The name of the directory that the distribution unpacks to. */
    String directory(String version);

    /** Configures the instance, before it is started: a free port on the loopback address, scanning for applications every second. */
    void layOut(Instance instance) throws IOException, InterruptedException;

    /** The arguments of {@code java} that run the server in the foreground. */
    List<String> command(Instance instance) throws IOException, InterruptedException;

    /** What the process finds in its environment, beside what everybody does. */
    default Map<String, String> environment(Instance instance) {
        return Map.of();
    }

    /** The JNDI name by which an application finds a database of the server's. */
    String dataSource(Database database);

    /** Whether its data sources take part in the transactions of Jakarta Transactions, which an application need not bring. */
    default boolean hasTransactions() {
        return false;
    }

    /** The jars that an application has to bring for JAX-RS: none where the server has it. */
    List<Path> jaxrs();

    /** The persistence provider that it has for applications, as the documentation calls it. */
    String persistence();

    /** Whether its own Jackson stands before that of an application, so that the separate modules do not run there. */
    default boolean imposesJackson() {
        return false;
    }

    /** The files in {@code WEB-INF}, by name, that an application needs for the login in the container. */
    default Map<String, String> loginFiles() {
        return Map.of();
    }

    /** The status that a raw {@code |} in a path is answered with, unless it reaches the application. */
    default Optional<Integer> refusalOfRawBar() {
        return Optional.of(400);
    }

    /** Of which applications it keeps the classes in memory for good after they have gone, those without Latchkey too. */
    default Kept kept() {
        return Kept.NONE;
    }

    /** Where the server looks for applications. */
    Path deployments(Instance instance);

    /** What the server says, in its log or in marker files, of an application that was just handed over. */
    Progress progress(Instance instance, String name, String log) throws IOException;

    /** Whether the server has let go of an application that was just taken away. */
    boolean isGone(Instance instance, String name, String log) throws IOException;

    /** Hands an application over, whole at once. */
    default void deploy(Instance instance, Path war, String name) throws IOException {
        Files.move(war, deployments(instance).resolve(name + ".war"));
    }

    /** Takes an application away. */
    default void undeploy(Instance instance, String name) throws IOException {
        Files.delete(deployments(instance).resolve(name + ".war"));
    }

    enum Progress {
        PENDING,
        UP,
        FAILED
    }

    /** The applications that a server keeps. */
    enum Kept {
        NONE,
        /** The first that asks the default database, in a transaction. */
        FIRST,
        ALL;

        /** How many of the server's first deployments. */
        public int of(int deployments) {
            return switch (this) {
                case NONE -> 0;
                case FIRST -> 1;
                case ALL -> deployments;
            };
        }
    }
}
