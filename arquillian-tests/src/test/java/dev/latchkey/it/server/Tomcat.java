package dev.latchkey.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Apache Tomcat, with the configuration that it comes with. */
record Tomcat() implements ServerKind {

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
