package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open Liberty, with the features that the applications use and H2 in memory as its default data source. */
record Liberty() implements ServerKind {
    private static final String SERVER = "servers/latchkey/";

    private static final String SERVER_XML = """
            <server>
              <featureManager>
                <feature>servlet-6.0</feature>
                <feature>pages-3.1</feature>
                <feature>restfulWS-3.1</feature>
                <feature>jsonb-3.0</feature>
                <feature>persistence-3.1</feature>
                <feature>jndi-1.0</feature>
                <feature>appSecurity-5.0</feature>
                <feature>appAuthentication-3.0</feature>
              </featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
              <applicationMonitor pollingRate="200ms"/>
              %s
            </server>
            """;

    private static final String DATA_SOURCE = """
            <dataSource %s type="javax.sql.XADataSource">
              <jdbcDriver javax.sql.XADataSource="org.h2.jdbcx.JdbcDataSource">
                <library><file name="%s"/></library>
              </jdbcDriver>
              <properties URL="%s" user="sa" password=""/>
            </dataSource>
            """;

    @Override
    public String directory(String version) {
        return "wlp";
    }

    @Override
    public void layOut(Instance instance) throws IOException {
        instance.createDirectories(SERVER + "dropins");
        String dataSources = dataSource("id=\"DefaultDataSource\"", Database.LATCHKEY)
                + dataSource("jndiName=\"" + Database.OTHER.jndi() + "\"", Database.OTHER);
        instance.write(SERVER + "server.xml", SERVER_XML.formatted(instance.port(), dataSources));
        instance.write(SERVER + "bootstrap.properties", "command.port=-1\n");
    }

    @Override
    public Map<String, String> environment(Instance instance) {
        return Map.of("WLP_USER_DIR", instance.base().toString());
    }

    @Override
    public List<String> command(Instance instance) {
        Path home = instance.home();
        return List.of(
                "@" + home.resolve("lib/platform/java/java9.options"),
                "-Xmx512m",
                "-Duser.language=en",
                "-Djava.awt.headless=true",
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                "latchkey");
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
    public String persistence() {
        return "EclipseLink";
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
        return instance.base().resolve(SERVER + "dropins");
    }

    @Override
    public Progress progress(Instance instance, String name, String log) {
        if (log.contains("CWWKZ0002E: An exception occurred while starting the application " + name)) {
            return Progress.FAILED;
        }
        return log.contains("CWWKZ0001I: Application " + name + " started") ? Progress.UP : Progress.PENDING;
    }

    @Override
    public boolean isGone(Instance instance, String name, String log) {
        return log.contains("CWWKZ0009I: The application " + name + " has stopped successfully")
                && Files.notExists(deployments(instance).resolve(name + ".war"));
    }

    private static String dataSource(String name, Database database) {
        return DATA_SOURCE.formatted(name, Libraries.driver(), database.memory());
    }
}
