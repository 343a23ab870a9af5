package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Apache Tomcat, with the configuration that it comes with, data sources for everybody, and a persistence provider.
 *
 * @param provider in the server's {@code lib}
 */
record Tomcat(Libraries provider) implements ServerKind {
    private static final String LEAK_PREVENTION =
            "<Listener className=\"org.apache.catalina.core.JreMemoryLeakPreventionListener\"";

    /** It keeps exceptions, which keep the classes of whoever had it loaded. */
    private static final String LOADED = " classesToInitialize=\"org.h2.message.TraceObject\"";

    private static final String RESOURCE = """
            <Resource name="%s" type="javax.sql.DataSource" driverClassName="org.h2.Driver"
                      url="%s" username="%s" password=""/>
            """;
    private static final String LINK = """
            <ResourceLink name="%1$s" global="%1$s" type="javax.sql.DataSource"/>
            """;

    @Override
    public String directory(String version) {
        return "apache-tomcat-" + version;
    }

    @Override
    public void layOut(Instance instance) throws IOException {
        instance.copy("conf");
        instance.createDirectories("lib", "logs", "temp", "webapps", "work");
        String server = "conf/server.xml";
        instance.replace(server, "port=\"8005\"", "port=\"-1\"");
        instance.replace(
                server,
                "<Connector port=\"8080\"",
                "<Connector port=\"" + instance.port() + "\" address=\"127.0.0.1\"");
        instance.replace(
                server,
                "<Engine name=\"Catalina\" defaultHost=\"localhost\">",
                "<Engine name=\"Catalina\" defaultHost=\"localhost\" backgroundProcessorDelay=\"1\">");
        instance.replace(server, LEAK_PREVENTION + " />", LEAK_PREVENTION + LOADED + "/>");
        instance.add(provider, "lib");
        instance.add(Libraries.OLD_JACKSON, "lib");
        for (Database database : Database.values()) {
            database.create(instance);
            String resource = RESOURCE.formatted(database.jndi(), database.url(instance), Database.USER);
            instance.replace(server, "</GlobalNamingResources>", resource + "</GlobalNamingResources>");
            instance.replace("conf/context.xml", "</Context>", LINK.formatted(database.jndi()) + "</Context>");
        }
    }

    @Override
    public List<String> command(Instance instance) {
        Path bin = instance.home().resolve("bin");
        return List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-Djava.util.logging.config.file=" + instance.base().resolve("conf/logging.properties"),
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Dcatalina.home=" + instance.home(),
                "-Dcatalina.base=" + instance.base(),
                "-Djava.io.tmpdir=" + instance.base().resolve("temp"),
                "-cp",
                bin.resolve("bootstrap.jar") + System.getProperty("path.separator") + bin.resolve("tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    @Override
    public String dataSource(Database database) {
        return "java:comp/env/" + database.jndi();
    }

    @Override
    public String persistence() {
        return provider.label();
    }

    @Override
    public List<Path> jaxrs() {
        return Libraries.JERSEY.jars();
    }

    @Override
    public Path deployments(Instance instance) {
        return instance.base().resolve("webapps");
    }

    @Override
    public Progress progress(Instance instance, String name, String log) {
        if (!log.contains(name + ".war] has finished")) {
            return Progress.PENDING;
        }
        return log.contains("Context [/" + name + "] startup failed") ? Progress.FAILED : Progress.UP;
    }

    @Override
    public boolean isGone(Instance instance, String name, String log) {
        return log.contains("Undeploying context [/" + name + "]")
                && Files.notExists(deployments(instance).resolve(name));
    }
}
