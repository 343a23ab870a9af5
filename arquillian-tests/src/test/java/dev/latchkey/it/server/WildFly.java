package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** WildFly, with the standalone configuration that it comes with and its example data source, H2 in memory. */
record WildFly() implements ServerKind {
    /** Of web applications. The login in the container brings callers whom its realm does not know. */
    private static final String WEB_DOMAIN = """
            </handlers>
                        <application-security-domains>
                            <application-security-domain name="other\"""";

    private static final String DATA_SOURCE = """
            <datasource jndi-name="java:jboss/datasources/other" pool-name="other">
              <connection-url>%s</connection-url>
              <driver>h2</driver>
              <security user-name="sa" password="sa"/>
            </datasource>
            """;

    @Override
    public String directory(String version) {
        return "wildfly-" + version;
    }

    @Override
    public void layOut(Instance instance) throws IOException {
        instance.copy("standalone/configuration");
        instance.createDirectories("standalone/deployments");
        String configuration = "standalone/configuration/standalone.xml";
        instance.replace(configuration, "scan-interval=\"5000\"", "scan-interval=\"200\"");
        instance.replace(configuration, WEB_DOMAIN, WEB_DOMAIN + " integrated-jaspi=\"false\"");
        instance.replace(
                configuration, "<datasources>", "<datasources>" + DATA_SOURCE.formatted(Database.OTHER.memory()));
    }

    @Override
    public List<String> command(Instance instance) throws IOException {
        Path home = instance.home();
        return List.of(
                "-Xmx512m",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.management/javax.management=ALL-UNNAMED",
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + instance.base().resolve("standalone"),
                "-Djboss.http.port=" + instance.port(),
                "-Djboss.https.port=" + Instance.freePort(),
                "-Djboss.management.http.port=" + Instance.freePort(),
                "-b=127.0.0.1",
                "-bmanagement=127.0.0.1");
    }

    @Override
    public boolean hasTransactions() {
        return true;
    }

    @Override
    public String dataSource(Database database) {
        return database == Database.LATCHKEY ? "java:comp/DefaultDataSource" : "java:jboss/datasources/other";
    }

    @Override
    public String persistence() {
        return "Hibernate";
    }

    @Override
    public List<Path> jaxrs() {
        return List.of();
    }

    /** H2 keeps it. */
    @Override
    public Kept kept() {
        return Kept.FIRST;
    }

    @Override
    public Path deployments(Instance instance) {
        return instance.base().resolve("standalone/deployments");
    }

    @Override
    public Progress progress(Instance instance, String name, String log) {
        if (Files.exists(marker(instance, name, "failed"))) {
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
        for (String state : List.of("failed", "undeployed")) {
            Files.deleteIfExists(marker(instance, name, state));
        }
        ServerKind.super.deploy(instance, war, name);
    }

    private Path marker(Instance instance, String name, String state) {
        return deployments(instance).resolve(name + ".war." + state);
    }
}
