package dev.latchkey.it.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Eclipse Jetty, with a base directory of its own.
 *
 * @param environment of the applications, for example {@code ee10}
 * @param provider in the server's {@code lib/ext}
 */
record Jetty(String environment, Libraries provider) implements ServerKind {

    private static final String MODULES = """
            --module=server
            --module=http
            --module=ext
            --module=%1$s-deploy
            --module=%1$s-annotations
            --module=%1$s-jsp
            --module=%1$s-plus
            etc/data-sources.xml
            """;

    private static final String LOGIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
            <Configure id="application" class="org.eclipse.jetty.%s.webapp.WebAppContext">
              <Get name="hiddenClassMatcher">
                <Call name="add"><Arg>-org.eclipse.jetty.security.</Arg></Call>
                <Call name="add"><Arg>-org.eclipse.jetty.server.</Arg></Call>
                <Call name="add"><Arg>-org.eclipse.jetty.util.</Arg></Call>
              </Get>
              <Get name="securityHandler" id="security"/>
              <Call class="dev.latchkey.servlet.jetty.PasskeyLoginService" name="install">
                <Arg><Ref refid="application"/></Arg>
                <Arg><Ref refid="security"/></Arg>
              </Call>
            </Configure>
            """;

    private static final String DATA_SOURCES = """
            <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
            <Configure id="Server" class="org.eclipse.jetty.server.Server">
            %s</Configure>
            """;

    private static final String DATA_SOURCE = """
              <New class="org.eclipse.jetty.plus.jndi.EnvEntry">
                <Arg><Ref refid="Server"/></Arg>
                <Arg>%s</Arg>
                <Arg>
                  <Call class="org.h2.jdbcx.JdbcConnectionPool" name="create">
                    <Arg>%s</Arg>
                    <Arg>%s</Arg>
                    <Arg></Arg>
                  </Call>
                </Arg>
                <Arg type="boolean">true</Arg>
              </New>
            """;

    @Override
    public String directory(String version) {
        return "jetty-home-" + version;
    }

    @Override
    public void layOut(Instance instance) throws IOException {
        instance.createDirectories("lib/ext", "temp", "webapps");
        instance.write("start.d/server.ini", MODULES.formatted(environment));
        instance.add(provider, "lib/ext");
        instance.add(Libraries.OLD_JACKSON, "lib/ext");
        StringBuilder dataSources = new StringBuilder();
        for (Database database : Database.values()) {
            database.create(instance);
            dataSources.append(DATA_SOURCE.formatted(database.jndi(), database.url(instance), Database.USER));
        }
        instance.write("etc/data-sources.xml", DATA_SOURCES.formatted(dataSources));
    }

    @Override
    public List<String> command(Instance instance) {
        return List.of(
                "-Djava.io.tmpdir=" + instance.base().resolve("temp"),
                "-jar",
                instance.home().resolve("start.jar").toString(),
                "jetty.base=" + instance.base(),
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + instance.port(),
                "jetty.deploy.scanInterval=1");
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
    public Map<String, String> loginFiles() {
        return Map.of("jetty-web.xml", LOGIN.formatted(environment));
    }

    @Override
    public Path deployments(Instance instance) {
        return instance.base().resolve("webapps");
    }

    @Override
    public Progress progress(Instance instance, String name, String log) throws IOException {
        if (says("Failed startup of context", name, log)) {
            return Progress.FAILED;
        }
        // The context is mapped just after it said that it had started; then its bare path is redirected
        return says("Started", name, log) && instance.status("/" + name) != HttpURLConnection.HTTP_NOT_FOUND
                ? Progress.UP
                : Progress.PENDING;
    }

    @Override
    public boolean isGone(Instance instance, String name, String log) {
        return says("Stopped", name, log);
    }

    private static boolean says(String what, String name, String log) {
        return Pattern.compile(what + " [\\w.]*WebAppContext@.*,/" + Pattern.quote(name) + ",")
                .matcher(log)
                .find();
    }
}
