package dev.latchkey.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.testkit.JavaCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** WildFly in a process of its own, with the realm that its configuration has for applications. */
final class WildFlyServer implements WebServer {
    private static final Path LOG = Path.of("target", "wildfly", "log.txt");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PAUSE_MILLIS = 200;

    /** As the documentation has them. */
    static final List<String> COMMANDS = List.of(
            "/subsystem=undertow/application-security-domain=other:write-attribute(name=integrated-jaspi,value=false)",
            "/subsystem=undertow/servlet-container=default:write-attribute(name=eager-filter-initialization,value=true)");

    private final Path deployments;
    private final String name;
    private final Process process;
    private final URI application;

    private WildFlyServer(Path deployments, String name, Process process, URI application) {
        this.deployments = deployments;
        this.name = name;
        this.process = process;
        this.application = application;
    }

    static Path home() {
        return Path.of("target", "wildfly", "wildfly-" + System.getProperty("wildfly.version"))
                .toAbsolutePath();
    }

    /** @param war an application in a directory named like its context path */
    static WildFlyServer start(FormWar war, Path base) throws Exception {
        Path standalone = base.resolve("standalone");
        copy(home().resolve("standalone"), standalone);
        configure(standalone);
        Path deployments = standalone.resolve("deployments");
        copy(war.root(), deployments.resolve(war.name() + ".war"));
        Files.createFile(deployments.resolve(war.name() + ".war.dodeploy"));
        int port = freePort();
        Process process = new ProcessBuilder(JavaCommand.of(
                        "-Dh2.bindAddress=127.0.0.1",
                        "-jar",
                        home().resolve("jboss-modules.jar").toString(),
                        "-mp",
                        home().resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "-Djboss.home.dir=" + home(),
                        "-Djboss.server.base.dir=" + standalone,
                        "-Djboss.http.port=" + port,
                        "-Djboss.https.port=" + freePort(),
                        "-Djboss.management.http.port=" + freePort(),
                        "-b=127.0.0.1",
                        "-bmanagement=127.0.0.1"))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        WildFlyServer server = new WildFlyServer(
                deployments, war.name(), process, URI.create("http://localhost:" + port + "/" + war.name()));
        try {
            server.awaitDeployment();
        } catch (IOException e) {
            server.stop();
            throw new IOException("see " + LOG, e);
        }
        return server;
    }

    @Override
    public URI application() {
        return application;
    }

    @Override
    public void restartApplication() throws Exception {
        Files.createFile(marker("dodeploy"));
        awaitDeployment();
    }

    @Override
    public void stop() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Path marker(String state) {
        return deployments.resolve(name + ".war." + state);
    }

    private void awaitDeployment() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isDeployed()) {
            if (Files.exists(marker("failed"))
                    || !process.isAlive()
                    || Instant.now().isAfter(end)) {
                throw new IOException("The application was not deployed");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isDeployed() {
        return Files.exists(marker("deployed"))
                && !Files.exists(marker("dodeploy"))
                && !Files.exists(marker("isdeploying"));
    }

    private static void configure(Path standalone) throws IOException, InterruptedException {
        Path configuration = standalone.resolve("configuration");
        Files.writeString(
                configuration.resolve("application-users.properties"),
                "#$REALM_NAME=ApplicationRealm$\n" + user("bob") + user("ada@example.com") + user("zoë"));
        Files.writeString(
                configuration.resolve("application-roles.properties"),
                "bob=member\nada@example.com=member\nzoë=guest\n");
        ProcessBuilder cli = new ProcessBuilder(JavaCommand.of(
                        "-Djboss.server.base.dir=" + standalone,
                        "-jar",
                        home().resolve("jboss-modules.jar").toString(),
                        "-mp",
                        home().resolve("modules").toString(),
                        "org.jboss.as.cli",
                        "--commands=embed-server," + String.join(",", COMMANDS) + ",stop-embedded-server"))
                .redirectErrorStream(true);
        cli.environment().put("JBOSS_HOME", home().toString());
        Process run = cli.start();
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        if (run.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /** As {@code add-user} writes it. */
    private static String user(String name) {
        try {
            byte[] secret = (name + ":ApplicationRealm:" + name).getBytes(name.equals("zoë") ? UTF_8 : ISO_8859_1);
            return name + "="
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(secret)) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
