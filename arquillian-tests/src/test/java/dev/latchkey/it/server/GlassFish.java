package dev.latchkey.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.testkit.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * GlassFish or Payara, with the domain that it comes with and H2 in memory as its default data source.
 *
 * @param directory that the distribution unpacks to
 * @param kept of which applications it keeps the classes
 */
record GlassFish(String directory, Kept kept) implements ServerKind {
    private static final String DOMAIN = "glassfish/domains/domain1";
    private static final Pattern POOL = Pattern.compile(
            "<jdbc-connection-pool [^>]*name=\"(DerbyPool|H2Pool)\".*?</jdbc-connection-pool>", Pattern.DOTALL);
    private static final String H2_POOL = """
            <jdbc-connection-pool name="%1$s" datasource-classname="org.h2.jdbcx.JdbcDataSource" res-type="javax.sql.XADataSource">
              <property name="URL" value="%2$s"/>
              <property name="User" value="sa"/>
              <property name="Password" value=""/>
            </jdbc-connection-pool>
            """;
    private static final String OTHER = """
            <jdbc-resource pool-name="other" jndi-name="%s"/>
            """.formatted(Database.OTHER.jndi());
    private static final String REFERENCE = "<resource-ref ref=\"jdbc/__default\" />";

    /** The embedded message broker listens on every address from the first deployment on. */
    private static final String NO_BROKER = """
            <jms-service type="REMOTE" default-jms-host="default_JMS_host">
              <jms-host name="default_JMS_host" host="127.0.0.1" port="7676" lazy-init="false"/>
            </jms-service>
            """;

    @Override
    public String directory(String version) {
        return directory;
    }

    @Override
    public void layOut(Instance instance) throws IOException {
        instance.copy(DOMAIN);
        instance.createDirectories(DOMAIN + "/autodeploy", DOMAIN + "/lib");
        Files.copy(Libraries.driver(), instance.base().resolve(DOMAIN + "/lib/h2.jar"));
        String file = DOMAIN + "/config/domain.xml";
        Path path = instance.base().resolve(file);
        String xml = Files.readString(path);
        xml = xml.replace("port=\"8080\"", "address=\"127.0.0.1\" port=\"" + instance.port() + "\"")
                .replace("port=\"8181\"", "enabled=\"false\" port=\"8181\"")
                .replace("port=\"4848\"", "address=\"127.0.0.1\" port=\"" + Instance.freePort() + "\"")
                .replace("address=\"0.0.0.0\" port=\"8686\"", "enabled=\"false\" port=\"8686\"")
                .replaceAll("address=\"0.0.0.0\" port=\"(3700|3820|3920)\"", "enabled=\"false\" port=\"$1\"")
                .replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">")
                .replaceFirst("<admin-service ", NO_BROKER + "<admin-service ")
                .replace(",org.apache.felix.shell.remote", "");
        xml = xml.replaceFirst(REFERENCE, REFERENCE + REFERENCE.replace("jdbc/__default", Database.OTHER.jndi()));
        xml = POOL.matcher(xml).replaceFirst(OTHER + pool("other", Database.OTHER) + pool("$1", Database.LATCHKEY));
        instance.write(file, xml);
    }

    /** As {@code asadmin start-domain} would call it: the options are those of the domain. */
    @Override
    public List<String> command(Instance instance) throws IOException, InterruptedException {
        Process dryRun = new ProcessBuilder(JavaCommand.of(
                        "-jar",
                        instance.home()
                                .resolve("glassfish/lib/client/appserver-cli.jar")
                                .toString(),
                        "start-domain",
                        "--domaindir",
                        instance.base().resolve("glassfish/domains").toString(),
                        "--dry-run",
                        "domain1"))
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(dryRun.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        if (dryRun.waitFor() != 0 || !said.contains("-domaindir")) {
            throw new IOException(String.join("\n", said));
        }
        int java = said.indexOf(said.stream()
                .filter(line -> line.endsWith("/bin/java"))
                .findFirst()
                .orElseThrow());
        List<String> command = new ArrayList<>(said.subList(java + 1, said.indexOf("")));
        int masterPassword = command.indexOf("-read-stdin");
        if (masterPassword >= 0) {
            command.subList(masterPassword, masterPassword + 2).clear();
        }
        return command;
    }

    @Override
    public boolean hasTransactions() {
        return true;
    }

    @Override
    public String dataSource(Database database) {
        return database == Database.LATCHKEY ? "java:comp/DefaultDataSource" : database.jndi();
    }

    @Override
    public Optional<Integer> refusalOfRawBar() {
        return Optional.empty();
    }

    @Override
    public boolean imposesJackson() {
        return true;
    }

    @Override
    public String persistence() {
        return "EclipseLink";
    }

    @Override
    public List<Path> jaxrs() {
        return List.of();
    }

    @Override
    public Path deployments(Instance instance) {
        return instance.base().resolve(DOMAIN + "/autodeploy");
    }

    @Override
    public Progress progress(Instance instance, String name, String log) {
        if (Files.exists(marker(instance, name, "deployFailed"))) {
            return Progress.FAILED;
        }
        return Files.exists(marker(instance, name, "deployed")) ? Progress.UP : Progress.PENDING;
    }

    @Override
    public boolean isGone(Instance instance, String name, String log) {
        return Files.exists(marker(instance, name, "undeployed"));
    }

    @Override
    public void deploy(Instance instance, Path war, String name) throws IOException {
        for (String state : List.of("deployed", "deployFailed", "undeployed")) {
            Files.deleteIfExists(marker(instance, name, state));
        }
        ServerKind.super.deploy(instance, war, name);
    }

    private Path marker(Instance instance, String name, String state) {
        return deployments(instance).resolve(name + ".war_" + state);
    }

    private static String pool(String name, Database database) {
        return H2_POOL.formatted(name, database.memory());
    }
}
